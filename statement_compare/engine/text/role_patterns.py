"""The phrases by which a statement thanks, regrets, gives its press office, judges or forecasts, by language.

Every entry is a regular expression over one sentence in small letters (but for MONTHS of English and German).
`COURTESY`, `OPINION`, `PREDICTION` and `CONTACT` say what a sentence may be; `ASSERTS` names the words with which it
says something more after all.
"""

# A pattern reads best in one piece, however long.
# ruff: noqa: E501

from __future__ import annotations

# Thanks, condolences, regret for nothing in particular, notice taken of a decision, declarations of good will.
COURTESY: dict[str, tuple[str, ...]] = {
    "en": (
        r"^(?:\W{0,3}\w[\w.’'&-]*,?\s){0,9}?\W{0,3}thanks?\b(?! to\b)",
        r"^\W*(?:our |many |sincere |warm |special )*thanks\b(?! to\b(?! (?:everyone|everybody|all|our|those|the (?:\w+ )?(?:crews?|teams?|staff|colleagues|volunteers|residents))))",
        r"\b(?:is|are|am|remain|remains) (?:\w+ ){0,2}(?:grateful|thankful|indebted) (?:to|for)\b",
        (r"\bexpress(?:es|ed)? (?:its|our|their|his|her|my) (?:\w+[ ,]+){0,3}"
        r"(?:gratitude|thanks|appreciation|condolences?|sympath(?:y|ies)|sorrow|solidarity|regrets?)\b"),
        r"\b(?:condolences|heartfelt sympath|deepest sympath|thoughts (?:and prayers )?(?:are|go|remain)|pays? tribute)\b",
        r"\bwish(?:es)? (?:\w+ ){1,6}(?:a )?(?:speedy|swift|full|quick) recovery\b",
        r"\bapologi[sz]es?\b(?! (?:\w+ )?for (?:not|fail|having|mis))",
        r"\b(?:is|are|am) (?:\w+ ){0,2}sorry (?:for|about|to (?:everyone|all|any|our|the))\b(?! (?:not|fail|having|mis))",
        r"\b(?:offers?|extends?|conveys?) (?:its|our|their|a|an) (?:\w+ ){0,2}(?:apolog|condolence|sympath|thanks)",
        (r"\bregrets? (?:the|any|this|these|all) (?:\w+ ){0,3}"
        r"(?:inconvenience|disruption|distress|incident|accident|event|delay|concern|worry|anxiety|situation|loss|"
        r"nuisance|decision|ruling|tone|outcome|circumstances?|harm|suffering)\b"),
        r"\b(?:takes?|taken|took) (?:\w+ )?note of\b",
        (r"\b(?:notes?|noted|acknowledges?|acknowledged|welcomes?|welcomed|has read|have read|has received|have received|"
        r"has seen|is aware of|are aware of|respects?) (?:\w+[’']?s? ){0,7}?"
        r"(?:decision|ruling|judge?ment|findings?|report|review|statement|announcement|publication|determination|order|"
        r"notice|outcome|verdict|letter|concerns?|position|bulletin|conclusions?|recommendations?|support|return|interest|"
        r"opportunity|debate|dialogue|feedback)\b"),
        r"\bwelcomes? (?:the|this|any) (?:opportunity|chance|dialogue|discussion|debate|clarity|return)\b",
        (r"\b(?:will|shall|is|are|is going to|going to) (?:now |carefully |thoroughly )*"
        r"(?:stud(?:y|ying)|examin(?:e|ing)|review(?:ing)?|consider(?:ing)?|analy[sz](?:e|ing)|assess(?:ing)?) (?:\w+[’']?s? ){0,5}"
        r"(?:decision|ruling|judge?ment|findings?|report|review|determination|order|notice|verdict|position|conclusions?)\b"),
        r"\b(?:issues?|makes?|released?) the following (?:statement|announcement|response|comment)\b",
        r"\b(?:takes?|taking) (?:\w+[ ’'-]+){0,9}(?:very|extremely|most|so) seriously\b",
        r"\b(?:takes?|taking) (?:\w+[ ’'-]+){1,9}seriously\b",
        (r"\b(?:is|are|remains?|was|stays?) (?:\w+ ){0,2}(?:our|its|the company[’']s|the group[’']s) "
        r"(?:\w+ ){0,2}(?:priority|concern)\b"),
        (r"\b(?:is|are|remains?) (?:\w+ ){0,2}committed to (?:the |a |an |its |our |being |working |full |open |fair |safe |"
        r"safety|transparen|responsib|high|protecting|providing|ensuring|maintaining|serving|sustainab|dialogue|"
        r"continuing|supporting)"),
        r"\b(?:makes?|have|has|give|offer) no (?:further |additional )?comments?\b",
        r"\b(?:declines to|is unable to|are unable to|cannot|can not|will not|does not|do not) comment (?:further|on)\b",
    ),
    "ru": (
        r"\b(?:благодарит|благодарим|благодарят|благодарен|благодарна|благодарны|признател(?:ен|ьна|ьны))\b",
        (r"\bвыра(?:жает|жаем|жают|зил|зила|зили|зило)\s(?:\S+\s){0,4}?"
        r"(?:соболезновани|благодарност|признательност|сожалени|сочувстви|поддержк|солидарност)"),
        r"\b(?:принос(?:ит|им|ят)|принёс|принесл[аи])\s(?:\S+\s){0,4}?(?:извинени|соболезновани)",
        r"\b(?:извиняется|извиняемся|просим прощения|просит прощения|соболезнуем|соболезнует|скорбим|скорбит)\b",
        r"\bсожале(?:ет|ем|ют)\s(?:\S+\s)?об?\s(?!том)",
        r"\b(?:прин(?:имает|имаем|ял|яла|яло|яли)|взял[аи]?)\s(?:\S+\s){0,6}?к сведению\b",
        r"\bознаком(?:ился|илась|илось|ились)\sс\s(?:\S+\s){0,3}?(?:решени|отчёт|отчет|вывод|заключени|заявлени|акт)",
        r"\b(?:приветствует|приветствуем|приветствуют)\b",
        r"\bизуч(?:ит|им|ает|аем|ают)\s(?:\S+\s){0,3}?(?:решени|отчёт|отчет|вывод|заключени|заявлени|постановлени|предписани)",
        r"\b(?:главн|основн|высш|абсолютн)\S*\s(?:\S+\s)?приоритет",
        r"\bсерь[её]зно\s(?:относится|относимся|относятся)|(?:относится|относимся|относятся)\s(?:\S+\s){0,4}?серь[её]зно",
        r"\b(?:привержен|привержена|привержены|дорожит|дорожим)\b",
        r"\b(?:воздержива(?:ется|емся)|отказал\S*)\sот\s(?:\S+\s)?комментари",
        r"\bне\s(?:комментиру(?:ет|ем)|будет комментировать|будем комментировать)\b",
    ),
    "kk": (
        r"\b(?:алғыс|ризашылық|ризашылығын|алғысын)\s(?:\S+\s)?(?:біл|айт)",
        r"\bрахмет\b",
        r"\bкешірім\s(?:\S+\s)?сұра",
        r"\bкөңіл\sайт",
        r"\b(?:өкініш|өкінішін)\sбілдір",
        r"\bүшін\sөкін(?:еді|еміз)",
        r"\b(?:назарға|ескеруге|қаперге)\sал(?:ды|дық|ады|амыз)\b",
        r"\b(?:құптайды|құптаймыз)\b",
        r"\b(?:шешімімен|қорытындысымен|есебімен|мәлімдемесімен)\sтаныс(?:ты|тық)\b",
        r"\bбасты\s(?:\S+\s)?(?:басымдық|басымдығ)",
        r"\bтүсініктеме\sбер(?:мейді|мейміз|уден)",
        r"\bайрықша\s(?:мән|көңіл)\sбөл(?:еді|еміз)",
    ),
    "de": (
        r"\b(?:dankt|danken|dankte|bedankt|bedanken|bedankte)\b",
        r"\b(?:unser|ihr|herzlicher|besonderer)\s(?:\S+\s)?dank gilt\b",
        r"\bspr(?:icht|echen|ach)\s(?:\S+\s){0,5}?(?:dank|beileid|mitgefühl|anteilnahme)\b",
        r"\b(?:beileid|mitgefühl|anteilnahme)\b",
        r"\bbedauer(?:t|n|te)\s(?!nicht|,)(?:(?:die|den|das|diese[ns]?|jede|alle|etwaige|zutiefst|sehr|ausdrücklich)\s)+(?!dass)",
        r"\b(?:entschuldigt|entschuldigen)\s(?:sich|uns)\b",
        r"\bbitte[nt]\s(?:\S+\s){0,6}?um\s(?:entschuldigung|verzeihung|verständnis|nachsicht)\b",
        r"\bzur kenntnis\b",
        r"\bbegrüß(?:t|en|te)\s(?:die|den|das|diese)\b",
        r"\b(?:prüft|prüfen|studiert|studieren|analysiert)\s(?:\S+\s){0,4}?(?:entscheidung|bescheid|bericht|urteil|verfügung)\b",
        r"\b(?:wird|werden)\s(?:\S+\s){0,2}?(?:entscheidung|bescheid|bericht|urteil|verfügung)\s(?:\S+\s){0,3}?prüfen\b",
        r"\b(?:oberste|höchste|größte|absolute)\s(?:\S+\s)?priorität\b",
        r"\bnimmt\s(?:\S+\s){0,8}?(?:sehr\s)?ernst\b|\bnehmen\s(?:\S+\s){0,8}?(?:sehr\s)?ernst\b",
        r"\b(?:bekennt|bekennen)\ssich\s(?:\S+\s)?z",
        r"\b(?:fühlt|fühlen|sieht|sehen)\s(?:sich|uns)\s(?:\S+\s){0,6}?verpflichtet\b",
        r"\b(?:äußert|äußern)\s(?:sich|uns)\s(?:\S+\s){0,4}?nicht\s(?:weiter|näher)",
        r"\bkeine(?:n)?\s(?:weiteren\s)?(?:kommentar|stellungnahme)",
    ),
    "fr": (
        r"\b(?:remercie|remercions|remercient|remercié)\b",
        (r"\b(?:exprime|exprimons|expriment|adresse|adressons|présente|présentons|présentent)\s(?:\S+\s){0,5}?"
        r"(?:gratitude|condoléances|reconnaissance|solidarité|regrets?|excuses|remerciements|sympathie)\b"),
        r"\bs[’']excuse(?:nt)?\b|\bnous excusons\b",
        r"\bregrett(?:e|ons|ent)\s(?:(?:vivement|profondément|sincèrement)\s)?(?:le|la|les|l[’']|toute?|cette?|ces)",
        r"\b(?:prend|prenons|prennent|a pris|avons pris)\s(?:bonne\s)?(?:acte|note|connaissance)\b",
        r"\b(?:salue|saluons|saluent)\s(?:la|le|les|l[’']|cette?)",
        (r"\b(?:étudie|étudiera|étudierons|étudions|examine|examinera|examinerons|analysera)\s(?:\S+\s){0,3}?"
        r"(?:décision|rapport|jugement|arrêté|avis|conclusions)\b"),
        r"\b(?:première|principale|seule|absolue)\s?priorité\b|\bpriorité\s(?:absolue|première)\b",
        r"\bpren(?:d|ons|nent)\s(?:\S+\s){0,8}?au sérieux\b|\bau sérieux\b",
        r"\b(?:attaché|attachée|attachés)\s(?:à|au|aux)\b",
        r"\b(?:s[’']engage|nous engageons)\s(?:en faveur|pour (?:la|le|un|une) )",
        r"\b(?:aucun|pas de)\s(?:autre\s)?commentaire",
    ),
    "es": (
        r"\b(?:agradece|agradecemos|agradecen|agradeció)\b",
        (r"\b(?:expresa|expresamos|expresan|transmite|transmitimos|traslada|trasladamos)\s(?:\S+\s){0,5}?"
        r"(?:condolencias|gratitud|agradecimiento|solidaridad|pesar|pésame|disculpas)\b"),
        r"\b(?:pide|pedimos|piden|ofrece|ofrecemos)\s(?:\S+\s)?(?:disculpas|perdón)\b",
        r"\blament(?:a|amos|an)\s(?:(?:profundamente|sinceramente|mucho)\s)?(?:el|la|los|las|cualquier|toda|todo|este|esta)\b",
        r"\b(?:toma|tomamos|ha tomado|hemos tomado)\s(?:\S+\s)?(?:nota|conocimiento)\b",
        (r"\b(?:acoge|acogemos|celebra|celebramos|saluda|saludamos)\s(?:\S+\s)?(?:la|el|los|las|con satisfacción)\b"
        r"(?!\s(?:junta|asamblea|reunión|juicio|vista))"),
        (r"\b(?:estudiará|estudiaremos|estudia|estudiamos|analizará|analizaremos|examinará)\s(?:\S+\s){0,3}?"
        r"(?:decisión|resolución|informe|sentencia|conclusiones|dictamen)\b"),
        r"\b(?:máxima|principal|primera|mayor)\s(?:\S+\s)?prioridad\b|\bprioridad\s(?:absoluta|máxima)\b",
        r"\b(?:toma|tomamos|toman)\s(?:\S+\s){0,8}?en serio\b",
        r"\b(?:comprometid[oa]s?)\scon\b",
        r"\bno\s(?:hará|haremos|hace|hacemos|realizará)\s(?:\S+\s)?(?:comentarios|declaraciones|valoraciones)\b",
    ),
}  # fmt: skip

# Words with which a courteous sentence says something after all: a subordinate fact, a contrast, a denial.
ASSERTS: dict[str, str] = {
    "en": r"\b(?:but|although|though|however|whereas|because|nevertheless|rejects?|den(?:y|ies)|disput(?:e|es)|only after|"
    r"never|was not|were not|did not|does not|has not|have not|had not|no longer|(?:notes?|noted|acknowledges?|acknowledged|"
    r"welcomes?|regrets?|sorry|respects?|aware|apologi[sz]es?|findings?|conclusions?|fact|confirm\w*|statement|report|ruling|announcement|views?|account|promise|assurance|acknowledges?"
    r"|decision) that)\b",
    "ru": r"\b(?:но|однако|хотя|поскольку|потому что|не\s(?!комментир|будет комм|будем комм)\S+|том, что|отверга\S+|"
    r"отрица\S+|подтвержда\S+|,\sчто)\b",
    "kk": r"(?:\b(?:бірақ|алайда|дегенмен|өйткені|жоққа\sшығар\S+|емес)\b|(?:маған|меген|паған|пеген)(?:ын|ін)?\b)",
    "de": r"\b(?:aber|jedoch|obwohl|weil|allerdings|bestreite\S*|bestreitet|zurückgewiesen|weist|dass|nie|bestätigt)\b",
    "fr": r"\b(?:mais|cependant|toutefois|bien que|parce que|conteste\S*|rejet\S+|dément|que\s(?!nous)|d[’']avoir|jamais)\b",
    "es": r"\b(?:pero|sin embargo|aunque|porque|niega|rechaza|desmiente|que|haber|nunca|confirma)\b",
}

OPINION: dict[str, tuple[str, ...]] = {
    "en": (
        (r"\b(?:is|are|was|were|be|been|as|finds?|found|deeply|very|bitterly|simply|wholly|totally|completely|utterly|and) "
        r"(?:\w+ly )?(?:a |an |this |it )?(?:disappoint(?:ing|ed|ment)|unacceptable|regrettable|deplorable|outrageous|disgrace"
        r"(?:ful)?|scandal(?:ous)?|shame(?:ful)?|shocking|appalling|unfair|unjust|disproportionate|short-sighted|"
        r"heavy-handed|irresponsible|reckless|absurd|cynical|ridiculous|unfortunate|encouraging|inexcusable|intolerable|"
        r"a step in the right direction|a sad day|a slap in the face|a dark day|a great day|good news|bad news)\b"),
        (r"\b(?:we|i) (?:firmly |strongly |still |honestly |truly )*(?:believe|think|feel|consider|hope|trust)\b.*"
        r"\b(?:right|best|should|deserves?|fair|fairer|important|better|worth|wrong|unfair|sense|good|bad|possible|proud)\b"),
        r"\bin (?:our|my|the union[’']s|the company[’']s) (?:view|opinion|judge?ment)\b.*\b(?:too|wrong|right|unfair|excessive|disproportionate|unnecessary|good|bad|best|better|important|premature|unhelpful|a mistake)\b",
        r"\b(?:we|i) (?:sincerely |very much )?hope\b",
        r"\b(?:deserves?|deserved) (?:better|more|an? |our|the|respect|praise|credit|answers|to)\b",
        r"\b(?:must|should|ought to|has to|need to) be (?:held (?:to account|accountable|responsible)|ashamed)\b",
        r"\b(?:it is|it[’']s) (?:high )?time (?:to|that|for)\b",
        (r"\b(?:speaks? for itself|sends? (?:a|the|entirely the) (?:wrong|clear|strong|worrying) (?:message|signal)|"
        r"makes? no sense|beggars? belief|defies? belief|leaves? much to be desired)\b"),
        (r"\b(?:we are|the company is|is|are) (?:\w+ )?(?:proud (?:of|to)|convinced|confident|dismayed|saddened|appalled|"
        r"disappointed|surprised|outraged|delighted|pleased)\b"),
    ),
    "ru": (
        (r"\b(?:считаем|считает|полагаем|полагает|убеждены|убежден[аы]?|уверены|уверен[аы]?)\b.*"
        r"\b(?:неприемлем|недопустим|несправедлив|необоснованн|правильн|важн|следует|должн|справедлив|необходим|ошибочн|чрезмерн)"),
        (r"\b(?:неприемлем|недопустим|возмутительн|прискорбн|несправедлив|безответственн|абсурдн|позорн|вызывает (?:\S+ )?"
        r"(?:разочарование|недоумение|возмущение|тревогу|сожаление))"),
        r"\b(?:по нашему мнению|на наш взгляд)\b",
        r"\b(?:разочарован[аы]?|возмущен[аы]?|возмущён|надеемся|гордимся|огорчен[аы]?)\b",
        r"\bзаслуживают?\s(?:\S+\s)?(?:лучшего|уважения|большего|доверия|похвалы)\b",
    ),
    "kk": (
        r"\b(?:біздің ойымызша|біздің пікірімізше|меніңше)\b",
        r"\b(?:қабылдауға болмайды|жол беруге болмайды|әділетсіз|өкінішті|сорақы|масқара|ұят іс)",
        r"\b(?:деп санаймыз|деп есептейміз|деп ойлаймыз|деп үміттенеміз|үміттенеміз|мақтан тұтамыз)\b",
        r"\b(?:лайық|лайықты)\s?(?:емес)?\b.*\b(?:құрметке|бағаға|жақсы)\b",
        r"\b(?:көңіліміз қалды|қынжылтады|алаңдатады|таңғалдырады)\b",
    ),
    "de": (
        (r"\b(?:inakzeptabel|unverantwortlich|enttäuschend|enttäuscht|bedauerlich|unverhältnismäßig|empörend|skandalös|beschämend|"
        r"ungerecht|kurzsichtig|absurd|unerträglich|nicht hinnehmbar|nicht akzeptabel|erfreulich|ein skandal|eine schande|"
        r"ein schritt in die richtige richtung|ein falsches signal)\b"),
        r"\b(?:unserer|meiner) (?:ansicht|meinung|auffassung|überzeugung)( nach)?\b|\baus unserer sicht\b",
        r"\b(?:wir|ich) (?:sind|bin) (?:\w+ )?(?:überzeugt|stolz|zuversichtlich|entsetzt|bestürzt|enttäuscht|überrascht)\b",
        r"\b(?:wir|ich) (?:hoffen|hoffe)\b|\bhoffen wir\b",
        r"\bverdien(?:t|en) (?:\w+ )?(?:respekt|besseres|mehr|anerkennung|antworten)\b",
    ),
    "fr": (
        (r"\b(?:inacceptable|inadmissible|décevante?|déçue?s?|regrettable|disproportionnée?|scandaleu(?:x|se)|honteu(?:x|se)|"
        r"injuste|irresponsable|absurde|intolérable|choquante?|consternante?|un scandale|une honte|"
        r"un pas dans la bonne direction|un mauvais signal)\b"),
        r"\b(?:à notre avis|selon nous|à nos yeux|de notre point de vue|à mon avis)\b",
        r"\b(?:nous sommes|je suis) (?:\w+ )?(?:convaincue?s?|fi(?:er|ère)s?|confiante?s?|consternée?s?|surprise?s?|déçue?s?)\b",
        r"\bnous espérons\b|\bj[’']espère\b",
        r"\bmérit(?:e|ent) (?:\w+ )?(?:mieux|respect|davantage|des réponses|le respect)\b",
    ),
    "es": (
        (r"\b(?:inaceptable|inadmisible|decepcionante|decepcionad[oa]s?|lamentable|desproporcionad[oa]|escandalos[oa]|vergonzos[oa]|"
        r"injust[oa]|irresponsable|absurd[oa]|intolerable|indignante|un escándalo|una vergüenza|"
        r"un paso en la (?:buena )?dirección|una mala señal)\b"),
        r"\b(?:en nuestra opinión|a nuestro juicio|a nuestro entender|en mi opinión|desde nuestro punto de vista)\b",
        r"\b(?:estamos|estoy) (?:\w+ )?(?:convencid[oa]s?|orgullos[oa]s?|confiad[oa]s?|sorprendid[oa]s?|indignad[oa]s?|decepcionad[oa]s?)\b",
        r"\b(?:esperamos|confiamos en) que\b",
        r"\bmerece(?:n)? (?:\w+ )?(?:respeto|más|algo mejor|respuestas)\b",
    ),
}  # fmt: skip

# What somebody expects of the future. Plans and promises ("will remove", "планирует") are claims and stand nowhere here.
PREDICTION: dict[str, tuple[str, ...]] = {
    "en": (
        (r"\b(?:is|are) (?:\w+ly |now |also |still )*(?:expected|likely|unlikely|forecast|forecasted|projected|predicted|anticipated|"
        r"bound|set) to (?:\w+ly )?(?:rise|fall|grow|shrink|increase|decrease|decline|improve|worsen|remain|stay|continue|recover|"
        r"reach|exceed|return|affect|last|lead|result|cost|hit|slow|stabili[sz]e|happen|double|halve|drop|climb|ease|persist|"
        r"benefit|suffer|be (?:felt|higher|lower|limited|small|significant|minor|substantial))\b"),
        (r"(?<!had )\b(?:expects?|forecasts?|predicts?|anticipates?|foresees?|projects|envisages?) (?!that (?:it|we|they)\b)(?!(?:its|all|every|our) \w+ to "
        r"(?:comply|respect|follow|behave))(?:that |the |a |an |no |its |our |their |demand|prices|sales|costs|output|profits?|"
        r"growth|losses|further|more|strong|weak|lower|higher|business|trade|traffic|revenue)(?:.*\b(?:will|would|to|in|over|"
        r"next|growth|increase|decline|rise|fall|recovery|impact|improvement|effect|year|quarter|months)\b)"),
        r"\b(?:according to) (?:\w+ ){0,3}(?:forecasts?|projections?|predictions?)\b",
        r"\b(?:will (?:probably|likely|presumably|no doubt|undoubtedly|surely|inevitably))\b",
        r"\b(?:the|our|its) (?:\w+ )?outlook\b.*\b(?:is|remains|was|has)\b",
    ),
    "ru": (
        (r"\b(?:ожидает|ожидаем|ожидают|ожидается|прогнозирует|прогнозируем|прогнозируют|прогнозируется|предвидит|предвидим)\b"
        r"(?!\s(?:решени|ответ|суд|приговор))"),
        r"\bпо\s(?:\S+\s)?прогноз(?:у|ам)\b",
        (r"\b(?:вероятно|скорее всего|по всей видимости),?\s(?:\S+\s){0,4}?(?:будет|будут|вырастет|вырастут|снизится|снизятся|"
        r"сохранится|продолжится|упад[её]т|улучшится|ухудшится)\b"),
    ),
    "kk": (
        r"\b(?:күтіледі|күтілуде|болжанады|болжап отыр|болжайды|болжаймыз|күтудеміз|күтеміз)\b",
        r"\bболжам(?:ы|дары)?\s?бойынша\b",
        r"\bықтимал\b",
    ),
    "de": (
        r"\b(?:rechnet|rechnen)\s(?:\S+\s){0,4}?(?:mit|damit)\b",
        (r"\b(?:erwartet|erwarten|prognostiziert|prognostizieren|sagt\s\S+\s?voraus)\s(?:für|im|einen|eine|ein|keine|keinen|steigende|"
        r"sinkende|weitere|nächstes|mehr|weniger|höhere|niedrigere|wir)\b"),
        (r"\b(?:voraussichtlich|vermutlich|wahrscheinlich)\b.*\b(?:steigen|sinken|wachsen|zunehmen|abnehmen|fallen|anhalten|bleiben|"
        r"erholen|verbessern|verschlechtern)\b"),
        r"\b(?:laut|nach)\s(?:\S+\s){0,2}?prognosen?\b",
        r"\bwird (?:\S+ ){0,3}erwartet\b",
    ),
    "fr": (
        r"\b(?:s[’']attend|nous attendons|s[’']attendent)\s(?:à|au|aux)\b",
        (r"\b(?:prévoit|prévoyons|prévoient|anticipe|anticipons)\s(?:une?|la|le|des|que|un)\s(?:\S+\s){0,2}?(?:hausse|baisse|croissance|"
        r"recul|reprise|augmentation|diminution|amélioration|ralentissement|l[’']|les|la|le)"),
        r"\bselon\s(?:\S+\s){0,3}?prévisions\b",
        (r"\b(?:devrait|devraient)\s(?:encore\s)?(?:augmenter|baisser|croître|reculer|rester|se poursuivre|s[’']améliorer|diminuer|"
        r"progresser|se stabiliser|reprendre|durer)\b"),
        r"\b(?:probablement|vraisemblablement)\b",
    ),
    "es": (
        (r"\b(?:se espera|se prevé|se estima|se calcula) que\b.*\b(?:crezca|aumente|baje|suba|caiga|mejore|empeore|continúe|siga|"
        r"alcance|disminuya|se mantenga|dure|se recupere)"),
        (r"\b(?:prevé|prevemos|prevén|espera|anticipa|pronostica)\s(?:un|una|el|la|que)\s(?:\S+\s){0,3}?(?:aumento|descenso|"
        r"crecimiento|caída|subida|bajada|mejora|recuperación|incremento|crezca|aumente|baje|suba)"),
        r"\bsegún\s(?:\S+\s){0,3}?(?:previsiones|pronósticos)\b",
        r"\b(?:probablemente|previsiblemente)\b",
    ),
}  # fmt: skip

CONTACT: dict[str, tuple[str, ...]] = {
    "en": (
        (r"^\W*(?:(?:for )?(?:media|press|news|investor|public|general|customer|further|all other) )*(?:contacts?|enquir(?:y|ies)|"
        r"inquir(?:y|ies)|questions|relations|press office|media office|newsroom)\s*(?:[:–—]|-\s|$|should|may|can|are|to\b)"),
        (r"^\W*(?:for )?(?:further|more|additional) (?:information|details)\b.*(?:[:@]|contact|call|visit|see|www|http|available|"
        r"please|tel|phone)"),
        r"^\W*notes? (?:to|for) (?:the )?editors?\b",
        r"^\W*(?:ends?|more follows|mf)\W*$",
        r"^\W*(?:please )?(?:contact|call|e-?mail|phone|ring|telephone) (?:the |our |us\b|\S+@|\+?\d)",
        r"\b(?:can|may) be (?:reached|contacted|e-?mailed|phoned) (?:on|at|by (?:phone|telephone|e-?mail)|via|through|from|every|until|between|during|daily|any)\b",
        r"\b(?:is|are|will be) available (?:for|to give) (?:\w+ )?(?:interviews?|comment|questions|media|journalists)\b",
        (r"\b(?:journalists?|media|reporters?|editors|customers?|residents?|(?:share|stake|bill|account) ?holders?|clients?|"
        r"passengers?|readers?|patients?|anyone|those|people|investors|suppliers|neighbours|families|parents)\b.{0,60}?\b"
        r"(?:should|may|can|are asked to|are invited to|please) (?:write|e-?mail|call|contact|phone|turn|apply|ring)\b.*"
        r"\b(?:office|relations|desk|service|line|helpline|hotline|department|team|us|floor|tel|number|address)\b"),
        (r"\b(?:helpline|hotline|information line|switchboard|press desk|call cent(?:re|er))\b.*"
        r"\b(?:available|open|staffed|operates?|reached|round the clock|24 hours|weekdays)\b"),
        (r"\b(?:available|reached) (?:on|at|via|from) (?:the|our|a) (?:\w+ )?(?:helpline|hotline|information line|website|web site|"
        r"press office|newsroom)\b"),
        (r"\b(?:text|report|review|list|copy|copies|decision|version|annex|data|questions|photographs|images|documents?|footage) "
        r"(?:\w+ |, |,? incl[^,]*, ?){0,8}(?:is|are|can be) (?:also )?(?:available|published|posted|found|downloaded) "
        r"(?:online|alongside|here|below|on (?:the|our|its)|at|from|on request|in the)"),
        r"^\W*(?:follow us|visit us|find us|subscribe|unsubscribe|to unsubscribe)\b",
        r"^\W*(?:photo|image|picture|video)s?(?: credit)?:",
    ),
    "ru": (
        (r"^\W*(?:контакт\w*|пресс-служб\w*|пресс-центр|справки|телефон\w*|тел\.|адрес|e-?mail|эл\. почта|для сми|"
        r"контактн\w+ \w+|пресс-секретарь|отдел по связям\s\S+\s\S+)(?:\s(?:для|по)\s\S+(?:\s\S+)?)?\s*[:–—]"),
        r"\b(?:телефон|номер)\s(?:\S+\s){0,2}?(?:горячей линии|доверия|справочной|пресс-службы)\b.*(?:работает|доступен|открыт|\d)",
        r"\bгоряч\w+ лини\w+\b.*\b(?:работает|открыта|доступна|круглосуточно|обращаться)\b",
        r"^\W*(?:за )?(?:дополнительн|подробн)\w+ (?:информаци|сведени|справк)\w*\b.*(?:[:@]|обращ|сайт|тел)",
        r"\b(?:обращаться|обращайтесь|звоните|пишите|звонить)\s(?:\S+\s)?(?:по|в|на)\b",
        r"^\W*(?:примечани[ея]|справка|к сведению)\s(?:для\s)?(?:редакт|журналист|редакци)\w*",
        r"^\W*(?:конец|окончание)\W*$",
        r"\b(?:ответит|отвечает|готов\w* ответить)\s(?:\S+\s){0,3}?на вопросы (?:журналист|сми|прессы)",
    ),
    "kk": (
        (r"^\W*(?:байланыс\S*|баспасөз қызметі|анықтама|телефон\S*|тел\.|мекенжай\S*|эл\. пошта|баспасөз хатшысы|бақ үшін)"
        r"(?:\s\S+){0,2}?\s*[:–—]"),
        r"\b(?:сенім телефоны|жедел желі|байланыс орталығы|анықтама қызметі)\b.*\b(?:жұмыс істейді|тәулік бойы|ашық|қоңырау)\b",
        r"\b(?:хабарласыңыз|хабарласуға болады|қоңырау шалыңыз|жүгініңіз)\b",
        r"^\W*(?:қосымша|толық)\s(?:ақпарат|мәлімет)\S*.*(?:[:@]|сайт|тел|алуға болады)",
        r"^\W*(?:редакторларға|журналистерге)\sарналған\b",
        r"^\W*(?:соңы)\W*$",
    ),
    "de": (
        (r"^\W*(?:presse-?kontakt|medienkontakt|kontakt|ansprechpartner(?:in)?|pressestelle|rückfragen|rückfragehinweis|anfragen|"
        r"pressekontakte|telefon|tel\.|e-?mail|anschrift)\b(?:\s(?:für|bei|an)\s\S+(?:\s\S+)?)?\s*(?:[:–—]|beantwortet|an\b|bitte|richten)"),
        r"\b(?:rückfragen|anfragen|presseanfragen|fragen)\b.*\b(?:beantwortet|richten|steht|stehen|wenden|an)\b",
        r"\b(?:hotline|bürgertelefon|servicetelefon|infotelefon)\b.*\b(?:erreichbar|geschaltet|besetzt|rund um die uhr|werktags)\b",
        r"\bsteh(?:t|en)\s(?:\S+\s){0,6}?(?:für (?:interviews|rückfragen|fragen|auskünfte)|zur verfügung)\b",
        r"^\W*(?:für )?(?:weitere|nähere) (?:informationen|auskünfte|fragen)\b",
        r"^\W*hinweise? (?:für|an) (?:die )?(?:redaktion|redaktionen|journalist\w+)\b",
        r"^\W*(?:ende)\W*$",
        r"\b(?:erreichbar|zu erreichen)\s(?:unter|über|von)\b",
    ),
    "fr": (
        (r"^\W*(?:contacts?|contacts? presse|service de presse|relations presse|bureau de presse|téléphone|tél\.?|courriel|e-?mail|"
        r"adresse|renseignements)\b(?:\s\S+){0,2}?\s*[:–—]"),
        r"^\W*(?:pour )?(?:plus d[’']|de plus amples |tout )?(?:informations?|renseignements?)\b.*(?:[:@]|contact|appel|site|consult|tél)",
        r"^\W*notes? (?:aux|à l[’']attention des|pour les) (?:rédact\w+|journalistes)\b",
        (r"\b(?:ligne d[’']assistance|numéro vert|standard|hotline|cellule d[’']information)\b.*\b(?:ouvert\w*|joignable|disponible|"
        r"accessible|24 h)"),
        r"\b(?:joignable|disponible)s?\s(?:au|à l[’']adresse|par|pour (?:répondre|des interviews|une interview))\b",
        r"\b(?:peut|peuvent) être (?:jointe?s?|contactée?s?)\b|\b(?:contactez|appelez|écrivez)\b",
        r"^\W*(?:fin)\W*$",
        r"\b(?:texte|rapport|dossier|liste|décision)\b.*\b(?:est|sont) (?:disponibles?|consultables?|publiée?s?) (?:sur|en ligne)\b",
    ),
    "es": (
        (r"^\W*(?:contactos?|contacto de prensa|gabinete de prensa|oficina de prensa|prensa|teléfono|tel\.?|correo|e-?mail|dirección)\b"
        r"(?:\s\S+){0,2}?\s*[:–—]"),
        r"^\W*(?:para )?(?:más|mayor) (?:información|detalles|informes)\b.*(?:[:@]|contact|llam|visit|web|consult|tel)",
        r"^\W*notas? (?:a|para) (?:los )?(?:redactores|editores|periodistas)\b",
        (r"\b(?:teléfono de atención|línea de atención|línea gratuita|centralita|línea directa)\b.*\b(?:abiert\w+|disponible|atiende|"
        r"funciona|24 horas)\b"),
        (r"\b(?:pueden|puede|podrán) (?:contactar|llamar|dirigirse|escribir|consultar)\b.*\b(?:web|teléfono|oficina|correo|página|"
        r"número|prensa|@)"),
        r"\b(?:disponibles?|localizables?) (?:en|a través de) (?:la|nuestra|el|nuestro) (?:página |sitio )?(?:web|teléfono)\b",
        r"\b(?:estará|está) (?:disponible|a disposición) (?:para|de) (?:\w+ )?(?:entrevistas|medios|preguntas|periodistas)\b",
        r"^\W*(?:fin)\W*$",
    ),
}  # fmt: skip

# Quantities written as words; "one" and its kin are pronouns as often as figures and prove nothing.
NUMBER_WORDS: dict[str, str] = {
    "en": r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|"
    r"eighty|ninety|(?:twenty|thirty|forty|fifty)-\w+|hundreds?|thousands?|millions?|billions?|dozens?|(?<!first )(?<!second )half|thirds?|twice|"
    r"double[ds]?|per cent|percent)\b",
    "ru": r"\b(?:дв(?:а|е|ух|ум|умя|ое|оих|оим)|тр(?:и|ёх|ех|ём|ем|емя|ое|оих|оим)|четыр(?:е|ёх|ех|ьмя)|четверо|четверых|"
    r"пят(?:ь|и|еро|ерых)|шест(?:ь|и|еро)|сем(?:ь|и|еро)|вос[ье]м[ьи]|девят[ьи]|десят[ьи]|десятк\w+|\w+дцат[ьи]|сорока?|"
    r"сто|ста|сотн\w+|тысяч\w*|миллион\w*|миллиард\w*|млн|млрд|половин\w+|трет[ьи]|процент\w*|вдвое|втрое)\b",
    "kk": r"\b(?:екі\w*|үш(?:еу\w*|ке|тен|інші)?|төрт\w*|бес\w{0,3}|алты\w*|жеті|сегіз\w*|тоғыз\w*|он|жиырма\w*|отыз\w*|қырық\w*|елу|жүз(?:ден|ге|дік)?|"
    r"мың\w*|миллион\w*|миллиард\w*|млн|млрд|жартысы\w*|пайыз\w*)\b",
    "de": r"\b(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|\w+zehn|zwanzig|dreißig|vierzig|fünfzig|\w+zig|hundert\w*|"
    r"tausend\w*|million\w*|milliard\w*|mio|mrd|dutzend\w*|hälfte|drittel|prozent|doppelt\w*)\b",
    "fr": r"\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|"
    r"cinquante|soixante|cents?|mille|milliers?|millions?|milliards?|moitié|tiers|dizaines?|douzaine|centaines?)\b",
    "es": r"\b(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|veint\w+|treinta|cuarenta|cincuenta|"
    r"sesenta|cien|cientos?|mil|miles|mill(?:ón|ones)|mitad|tercios?|docenas?|decenas?)\b",
}  # fmt: skip

MONTHS: dict[str, str] = {
    "en": r"\b(?:January|February|April|June|July|August|September|October|November|December|(?:in|of|since|until|by|last|"
    r"this|next|from|to) (?:March|May)|Jan\.|Feb\.|Mar\.|Apr\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)",
    "ru": r"\b(?:январ|феврал|март[аеу]?\b|апрел|ма[йяе]\b|июн|июл|август[аеу]?\b|сентябр|октябр|ноябр|декабр)",
    "kk": r"\b(?:қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан(?:да|ның|нан)?\b|қараша|желтоқсан)",
    "de": r"\b(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b",
    "fr": r"\b(?:janvier|février|(?:en|de|du|mois de) mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b",
    "es": r"\b(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b",
}
