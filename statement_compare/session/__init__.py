"""The application between the engine and its windows: settings, recent pairs, questions asked of a comparison."""
