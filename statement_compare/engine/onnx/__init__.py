"""Models in folders (model.onnx, tokenizer.json, config.json): encoders that give vectors, and entailment models."""

from statement_compare.engine.onnx.encoder import OnnxEncoder, load_encoder
from statement_compare.engine.onnx.entailment import ExplainingOnnxEntailment, OnnxEntailment, load_entailment
from statement_compare.engine.onnx.when_asked import EncoderWhenAsked, EntailmentWhenAsked

__all__ = [
    "EncoderWhenAsked",
    "EntailmentWhenAsked",
    "ExplainingOnnxEntailment",
    "OnnxEncoder",
    "OnnxEntailment",
    "load_encoder",
    "load_entailment",
]
