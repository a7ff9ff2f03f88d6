"""The closed classes of words in six languages: which words carry no content, and which open or close a clause."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a text that are set apart by white space."""
    return frozenset(text.split())


def word_sets(text: str) -> dict[str, frozenset[str]]:
    """Words by language, from a text in which "en:" and the like stand before the words of a language.

    Under "" stand the words of all: they are for a passage whose language is not told.
    """
    found: dict[str, set[str]] = {}
    language = ""
    for word in text.split():
        if word.endswith(":") and len(word) == 3:
            language = word[:-1]
        else:
            found.setdefault(language, set()).add(word)
    found[""] = set().union(*found.values())
    return {each: frozenset(words) for each, words in found.items()}


def words_of(table: dict[str, frozenset[str]], language: str) -> frozenset[str]:
    """The words of a passage's language: "die" is an article in German only, "son" a pronoun in French only."""
    return table.get(language, table[""])


# Words without content of their own. Cues of negation, quantity, modality and exclusivity stand here as well: they are
# what the fact modules weigh, so they must not count as wording in common.
FUNCTION_WORDS: dict[str, frozenset[str]] = {
    "en": word_set(
        "a an the this that these those some any each every both either such own other another others same "
        "anyone anybody someone somebody anything something "
        "i we us our ours you your he him his she her hers it its they them their theirs who whom whose which what "
        "there here one ones oneself itself themselves ourselves myself himself herself "
        "is are was were be been being am isn't aren't wasn't weren't has have had having hasn't haven't hadn't "
        "do does did doing done don't doesn't didn't will would shall should can could may might must ought need "
        "won't wouldn't shan't shouldn't can't couldn't mightn't mustn't needn't cannot "
        "of in on at to from by with without for about into onto over under between among through during before after "
        "since until till against within upon as than per via out off up down toward towards across along around "
        "behind beyond near despite regarding concerning amid following including except besides apart "
        "and or but nor yet so if unless because although though while whereas whether when where why how once "
        "not no never none nobody nothing neither nowhere only solely alone sole just merely also too as well even "
        "still already again ever then now all most many much few several more less fewer very quite rather almost "
        "nearly about around roughly approximately some hardly barely scarcely however therefore thus hence indeed "
        "moreover instead anyway any-more anymore longer 's s t mr mrs ms dr"
    ),
    "ru": word_set(
        "и а но или да же ли бы не ни нет в во на с со к ко по из за от до для о об обо при под над у без через между "
        "что чтобы как так то это этот эта эти того этого этой этих тот та те тем чем мы нас нам нами наш наша наше "
        "наши нашего нашей наших нашим нашу нашем он она оно они его её ее их им ему ей ними них я вы вас вам ваш кто "
        "который которая которое которые которого которой которых которым которую котором был была было были есть "
        "будет будут быть бы только лишь исключительно все всё всех всем весь вся каждый каждая каждое каждого каждой "
        "оба обе некоторые некоторых несколько многие многих большинство большинства меньшинство никто никого ничего "
        "ничто ни один одна одно одного одной никогда нигде также тоже уже ещё еще даже может могут мог могла могли "
        "можно нельзя должен должна должно должны обязан обязана обязаны необходимо следует свой своя своё свои своего "
        "своей своих своим если когда где пока хотя потому поэтому однако при этом самый сам сама сами себя"
    ),
    "kk": word_set(
        "және мен бен пен да де та те ма ме ба бе па пе бірақ немесе не я деп дейді деді бұл осы сол ол олар біз "
        "біздің бізге бізді бізде сіз оның олардың оған оны бар жоқ емес еді екен болды болған болып болатын "
        "бол үшін туралы "
        "бойынша арқылы кейін дейін бұрын соң ғана тек барлық бүкіл бәрі барлығы әр әрбір кейбір бірнеше көпшілігі "
        "көбі ешқандай ешкім ештеңе ешқашан бірде бір керек тиіс мүмкін міндетті қажет егер өз өзі өзінің сондай-ақ "
        "тағы әлі енді ал сондықтан себебі"
    ),
    "de": word_set(
        "der die das den dem des ein eine einen einem einer eines und oder aber doch sondern denn weil dass daß ob "
        "wenn als wie so zu zum zur im in am an auf aus bei beim mit nach von vom vor für über unter um "
        "gegen ohne durch "
        "seit bis während zwischen wegen trotz ist sind war waren wird werden wurde wurden worden hat haben hatte "
        "hatten sein gewesen habe hätte hätten würde würden sei seien kann können konnte konnten darf dürfen durfte "
        "muss müssen musste mussten soll sollen sollte sollten will wollen wollte mag möchte nicht kein keine keinen "
        "keinem keiner keines nie niemals nur allein lediglich ausschließlich auch noch schon bereits wir uns unser "
        "unsere unserem unseren unserer unseres er sie es ihr ihre ihrem ihren ihrer ihm ihn sich ich man wer was "
        "welche welcher welches dieser diese dieses diesem diesen jene jeder jede jedes jedem jeden alle allen aller "
        "alles einige einigen mehrere viele vielen wenige meisten niemand nichts weder beide beiden sehr etwa rund "
        "hier dort da damit dabei dafür davon daran darauf dazu"
    ),
    "fr": word_set(
        "le la les l un une des du de d à au aux en dans sur sous par pour avec sans entre chez vers et ou mais donc "
        "or ni car que qu qui quoi dont où ce cet cette ces c il elle ils elles on nous notre nos vous votre "
        "vos je me se "
        "s sa son ses leur leurs lui y ne n pas plus jamais aucun aucune rien personne seul seule seulement uniquement "
        "exclusivement aussi également est sont était étaient été être a ont avait avaient avoir sera seront serait "
        "fut furent soit peut peuvent pouvait doit doivent devait devrait faut si quand lorsque comme tout tous toute "
        "toutes chaque plusieurs certains certaines quelques plupart même très déjà encore après avant depuis pendant "
        "jusque jusqu lors afin ainsi"
    ),
    "es": word_set(
        "el la los las lo un una unos unas de del a al en por para con sin sobre entre desde hasta hacia y e o u pero "
        "sino ni que qué quien quienes cual cuales cuyo cuya donde cuando como si se su sus nuestro nuestra nuestros "
        "nuestras nosotros nos él ella ellos ellas le les me te yo usted este esta estos estas ese esa esos esas "
        "aquel es son era eran fue fueron sido ser está están estaba estaban ha han había habían haber hay será serán "
        "no nunca jamás ningún ninguna ninguno nada nadie tampoco sólo solo solamente únicamente único única "
        "exclusivamente también además puede pueden podía podrá debe deben debía deberá todo todos toda todas cada "
        "ambos ambas algunos algunas varios varias muchos muchas pocos pocas mayoría más menos muy ya aún todavía "
        "antes después durante"
    ),
}

# Words that describe no particular thing: they match everywhere, so they prove little.
LIGHT_WORDS: dict[str, frozenset[str]] = {
    "en": word_set(
        "company companies firm group operator business enterprise time year years month months week weeks day days "
        "people person number part case cases way matter place make made take taken give given put get got use used "
        "go went come came carry carried out new further whole single last next within total under far point least "
        "fact end set particular different certain according thing things"
    ),
    "ru": word_set(
        "компания компании компанией году год года лет месяц месяца месяцев день дня дней раз раза часть части время "
        "времени случае случаев человек человека людей новый новая новые"
    ),
    "kk": word_set("компания компаниясы жылы жыл ай күн адам рет бөлігі уақыт кезде жаңа"),
    "de": word_set(
        "unternehmen firma jahr jahre jahren monat monate monaten tag tage tagen zeit teil fall fällen mal neue"
    ),
    "fr": word_set(
        "société entreprise groupe année années an ans mois jour jours temps partie cas fois nouveau nouvelle"
    ),
    "es": word_set("empresa compañía grupo año años mes meses día días tiempo parte caso casos vez veces nuevo nueva"),
}

FIRST_PERSON: dict[str, frozenset[str]] = {
    "en": word_set("we us our ours"),
    "ru": word_set("мы нас нам нами наш наша наше наши нашего нашей наших нашим нашими нашу нашем"),
    "kk": word_set("біз біздің бізге бізді бізде бізден"),
    "de": word_set("wir uns unser unsere unserem unseren unserer unseres"),
    "fr": word_set("nous notre nos"),
    "es": word_set("nosotros nos nuestro nuestra nuestros nuestras"),
}

# What a statement calls the organisation that it belongs to.
COMPANY_NOUNS: dict[str, frozenset[str]] = {
    "en": word_set(
        "company firm group operator business manufacturer maker carrier airline bank lender insurer utility supplier "
        "retailer chain developer contractor plant factory mill brewery employer owner provider platform refinery "
        "producer shipyard broadcaster importer exporter haulier hospital clinic enterprise smelter farm railway "
        "network association federation landlord dealer trader builder mine quarry shipowner line fund brand "
        "restaurant hotel store shop publisher distributor subsidiary management board"
    ),
    "ru": word_set(
        "компания предприятие завод фирма банк оператор застройщик перевозчик поставщик производитель комбинат "
        "фабрика общество холдинг группа работодатель руководство"
    ),
    "kk": word_set("компания кәсіпорын зауыт банк оператор фирма фабрика өндіруші тасымалдаушы"),
    "de": word_set(
        "unternehmen firma konzern betreiber bank hersteller werk fabrik betrieb anbieter reederei geschäftsführung"
    ),
    "fr": word_set("société entreprise groupe exploitant banque fabricant usine opérateur compagnie direction"),
    "es": word_set("empresa compañía grupo operador banco fabricante planta fábrica operadora dirección"),
}

AUTHORITY_NOUNS: dict[str, frozenset[str]] = {
    "en": word_set(
        "ministry minister regulator authority authorities agency commission commissioner inspectorate inspector "
        "inspectors council mayor city municipality government department court tribunal union unions ombudsman "
        "police prosecutor prosecutors watchdog board directorate administration office parliament committee bureau "
        "supervisor auditors investigators state customs service secretary official officials prefecture judge"
    ),
    "ru": word_set(
        "министерство минздрав минэнерго регулятор агентство комиссия служба инспекция прокуратура суд управление "
        "департамент акимат мэрия правительство ведомство фас роспотребнадзор ростехнадзор росприроднадзор "
        "профсоюз надзор комитет администрация таможня"
    ),
    "kk": word_set(
        "министрлік министрлігі агенттік агенттігі комитет комитеті әкімдік әкімдігі инспекция инспекциясы "
        "прокуратура сот соты департамент департаменті басқарма басқармасы реттеуші кәсіподақ"
    ),
    "de": word_set(
        "ministerium behörde aufsicht regierung amt stadt stadtrat gericht kommission gewerkschaft landesamt "
        "staatsanwaltschaft bundesnetzagentur umweltamt finanzaufsicht minister ministerin bafin polizei"
    ),
    "fr": word_set(
        "ministère autorité agence commission préfecture préfet tribunal régulateur inspection gouvernement syndicat "
        "mairie conseil parquet ministre police"
    ),
    "es": word_set(
        "ministerio autoridad agencia comisión tribunal regulador inspección gobierno sindicato ayuntamiento consejo "
        "fiscalía ministra ministro policía consejería"
    ),
}

# A clause ends before these words; a comma before an opener ends it as well.
BREAKERS: dict[str, frozenset[str]] = {
    "en": word_set(
        "but because although though while whereas unless which who whom whose if so when where after before since "
        "until once as"
    ),
    "ru": word_set(
        "но а потому поскольку хотя тогда который которая которое которые которого которой которых если когда"
    ),
    "kk": word_set("бірақ ал себебі сондықтан егер алайда"),
    "de": word_set("aber sondern weil obwohl während wenn nachdem bevor denn jedoch"),
    "fr": word_set("mais car parce quoique tandis si quand lorsque dont qui"),
    "es": word_set("pero sino porque aunque mientras si cuando cuyo"),
}
OPENERS: dict[str, frozenset[str]] = {
    "en": BREAKERS["en"]
    | word_set(
        "and or nor we it they he she this that these the a an our its their there i no not only nobody none neither "
        "having being saying adding"
    ),
    "ru": BREAKERS["ru"] | word_set("и что чтобы мы он она они это как где"),
    "kk": BREAKERS["kk"] | word_set("және біз ол олар деп"),
    "de": BREAKERS["de"] | word_set("und dass der die das wir er sie es ob wie"),
    "fr": BREAKERS["fr"] | word_set("et que nous il elle ils elles le la les ce"),
    "es": BREAKERS["es"] | word_set("y que el la los las nosotros"),
}
# "and" opens a new clause before these words only; elsewhere it joins nouns.
CLAUSE_AFTER_AND = word_set(
    "we it they he she there that was were is are has have had will would did does do can could may might must should "
    "not never no nobody none neither only then this so"
)

AUXILIARIES: dict[str, frozenset[str]] = {
    "en": word_set(
        "is are was were be been being has have had do does did will would shall should can could may might must "
        "isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't"
    ),
    "ru": word_set("был была было были будет будут быть"),
    "kk": word_set("болды болған"),
    "de": word_set("ist sind war waren wird werden wurde wurden hat haben hatte hatten sei"),
    "fr": word_set("est sont était étaient a ont avait avaient sera seront été"),
    "es": word_set("es son era eran fue fueron ha han había habían será está están"),
}

ADVERBS = {
    "en": word_set(
        "ever yet once again always often still already even really simply actually at any all in way been be have "
        "soon fully any longer immediately properly"
    )
}

PARTICLES = word_set("up down off out back over away aside on in")

NUMBER_WORDS: dict[str, frozenset[str]] = {
    "en": word_set(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion "
        "dozen half third thirds quarter twice percent first second fourth fifth"
    )
}

MONTHS: dict[str, tuple[str, ...]] = {
    "en": (
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "spring",
        "summer",
        "autumn",
        "winter",
    ),
    "ru": (
        "январ",
        "феврал",
        "март",
        "апрел",
        "мая",
        "июн",
        "июл",
        "август",
        "сентябр",
        "октябр",
        "ноябр",
        "декабр",
        "весн",
        "лет",
        "осен",
        "зим",
    ),
    "kk": (
        "қаңтар",
        "ақпан",
        "наурыз",
        "сәуір",
        "мамыр",
        "маусым",
        "шілде",
        "тамыз",
        "қыркүйек",
        "қазан",
        "қараша",
        "желтоқсан",
    ),
    "de": (
        "januar",
        "februar",
        "märz",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "dezember",
    ),
    "fr": (
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
    "es": (
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ),
}


def is_calendar_word(word: str, language: str) -> bool:
    """Whether a lower-cased word names a month, a weekday or a season."""
    names = MONTHS.get(language, ())
    return word in names if language != "ru" else word.startswith(names) and len(word) <= 9
