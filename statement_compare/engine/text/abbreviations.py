"""Words that end in a full stop without ending a sentence, by language, and what may stand behind each kind.

Entries are lower case, without the last full stop and without inner spaces ("т.е" for "т. е.", "z.b" for "z. B.").
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache


class Kind(StrEnum):
    TITLE = "title"  # stands before a name: "Dr. Smith", "ул. Абая"; never ends a sentence before a capital
    NUMBERED = "numbered"  # stands before a figure: "No. 7", "Art. 14"
    MONTH = "month"  # a month or weekday: before a figure it goes on, before a capital it ends
    INNER = "inner"  # leads on to what follows, whatever that is: "i.e.", "approx.", "т. е."
    FIRM = "firm"  # ends a company's name: "Inc."
    PLACE = "place"  # ends the name of a place: "Rd.", "Calif."
    CLOCK = "clock"  # "p.m."
    YEAR = "year"  # "г." behind the figures of a year; before a name it is a title
    END = "end"  # may end a sentence, and does before a capital: "etc.", "руб.", units


# A company's form is written alike in every language's press.
_EVERYWHERE: dict[Kind, str] = {
    Kind.TITLE: "dr prof st mr mrs ms",
    Kind.INNER: "i.e e.g vs cf ca",
    Kind.FIRM: "inc ltd co corp cos bros plc llc llp lp pty pte pvt gmbh s.a n.v b.v s.p.a s.r.l s.a.s s.a.r.l s.l "
    "c.v s.c a.s a.ş k.k s.e.c s.l.u s.a.u cía cie cia ltda ltée sp.z.o.o z.o.o d.o.o e.k",
    Kind.END: "etc al ibid",
    Kind.NUMBERED: "p pp vol art no nr tel fax fig n° n.° nº n.º nos. §",
}

_BY_LANGUAGE: dict[str, dict[Kind, str]] = {
    "en": {
        Kind.TITLE: "mx messrs mmes mme mlle rev hon sen sens rep reps gov govs pres amb gen gens col maj capt cpt "
        "cmdr cdr comdr lt lieut sgt cpl adm brig insp supt det msgr fr drs profs atty asst dep mt ft mts cllr ald rt "
        "ste ofc pfc spc tpr cpo ens treas supvr vice-adm lt.-col lt.-gen maj.-gen",
        Kind.NUMBERED: "nos sec secs sect art arts para paras pg figs vols ch chap cl reg regs sched exh eq ver rm apt "
        "bldg ext mob app appx cap div iss ord pt pts res ser sess stat supp tit doc dkt op rte hwy ref "
        "est par u.s.c c.f.r",
        Kind.INNER: "approx viz v c incl excl esp a.k.a f.k.a n.b q.v d.b.a abbr orig transl attn i.e.g op.cit "
        "loc.cit w.r.t circ",
        Kind.MONTH: "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun",
        Kind.FIRM: "intl mfg assn assoc dept univ inst hosp natl govt ind indus hldgs grp svcs tech",
        Kind.PLACE: "rd ave blvd ln pkwy sq ct pl ter cres calif ala ariz ark colo conn del fla ga ill ind kan ky la "
        "md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo d.c n.y n.j n.h n.m n.c n.d "
        "r.i s.c s.d w.va ont que alta b.c sask terr hts jct",
        Kind.CLOCK: "a.m p.m",
        Kind.END: "ph.d m.d b.a m.a b.sc m.sc ll.m ll.b d.d.s m.p q.c k.c jr sr esq hr hrs min mins sec secs oz lb "
        "lbs yd yds mi mph km kg mg ml cm mm mcg gal bbl pct bn mil avg max misc a.d b.c.e c.e ft in",
    },
    "ru": {
        Kind.TITLE: "г-н г-жа г-на г-ну г-жи г-ном г-же г-жу гр проф доц акад чл.-корр чл.-кор д-р ген ген.-м полк "
        "подполк кап лейт серж инж зам нач дир пред секр им св ул просп пр-т пр-кт пер пл бул б-р наб ш туп пос пгт "
        "дер стан мкр мкрн мкр-н гор оз о-в хут рук канд докт и.о врио вр.и.о респ ред.-сост архит худ реж",
        Kind.NUMBERED: "ст п пп ч абз гл разд рис табл прил с т кн вып изд доб подп стр д кв корп оф эт под к лит уч "
        "вл ном тт род ум",
        Kind.INNER: "осн т.е т.к т.н т.наз напр в.т.ч т.ч ср см англ нем фр лат греч каз рус букв прим ок прибл мин "
        "макс сокр преим т.о и.т в.ч исп итал пр.-в з/п ориент бывш",
        Kind.MONTH: "янв февр фев апр июн июл авг сент сен окт нояб ноя дек пн вт чт пт сб вс",
        Kind.YEAR: "г гг",
        Kind.END: "др пр т.д т.п в вв н.э тыс млн млрд трлн руб коп долл дол у.е ед шт экз чел кг км м га л сек сут "
        "мес нед проц куб кв.м куб.м кв.км м.кв м.куб куб.см обл р-н р тг ред гос мм см.рт.ст кв.см ц б.у "
        "час л.с ккал н.ст ст.ст р.п мин атм чел.-ч см",
    },
    "kk": {
        Kind.TITLE: "проф акад докт доц канд инж ген г-н зам им",
        Kind.NUMBERED: "көш үй пәт бет б ст тарм бап т қ.б доб каб мөл",
        Kind.INNER: "мыс мәс қар б.з.б б.з.д б.з лат шам",
        Kind.MONTH: "қаң ақп нау сәу мам мау шіл там қыр қаз қараш жел дс сс ср бс жм сб жс",
        Kind.YEAR: "ж жж",
        Kind.END: "т.б т.с.с т.т т.с ғ ғғ қ обл ауд млн млрд трлн мың тг кг км м см га л сағ мин сек ш.м кв.м текше.м "
        "куб.м проц о.т ред шақ",
    },
    "de": {
        Kind.TITLE: "hr hrn fr frl dipl dipl.-ing ing mag med jur phil rer nat h.c st skt präs reg.-dir min.-präs "
        "oblt ltn hptm gen pfr rae ra",
        Kind.NUMBERED: "abs art ziff s bd bde kap aufl anm abb tab jg rn rdnr str pl postf buchst lit kl mob durchw sp "
        "hsnr zi ausg max rdn",
        Kind.INNER: "z.b d.h i.d.r i.s.d i.s.v bzw evtl ggf inkl exkl zzgl vgl sog rd mind s.o s.u v.a i.v.m gem lt "
        "bspw insb insbes einschl abzgl entspr gegr geb gest verh i.h.v i.a i.v z.t z.zt z.hd u.u m.e o.g u.g d.j d.m "
        "v.l ca ungef ehem allg bes m.w i.e n.a u.z zw dgl.m i.w.s i.e.s z.z lfd hrsg bearb übers spez einschließl "
        "kath ev",
        Kind.MONTH: "jan feb mär apr jun jul aug sep sept okt nov dez mo di mi do sa so",
        Kind.FIRM: "ges gebr e.v e.g a.g",
        Kind.END: "mio mrd tsd std sek min abt jh jhd jhdt usw u.a u.ä o.ä u.v.m u.v.a u.s.w v.chr n.chr p.a dgl etc "
        "qm m.b.h str stk max ff f",
    },
    "fr": {
        Kind.TITLE: "m mm mme mmes mlle mlles pr me mgr ste av bd boul fg gén col cdt cap lt gal vve",
        Kind.NUMBERED: "arts al n nos chap t tél éd env paragr pl réf bt appt dép poste r l d",
        Kind.INNER: "p.ex ex c.-à-d c.à.d env cf resp av apr i.e càd vs not notam compl",
        Kind.MONTH: "janv févr fév avr juil sept oct nov déc lun mar mer jeu ven sam dim",
        Kind.FIRM: "sté éts s.a.r.l",
        Kind.END: "j.-c min sec fr max adj éd dépt m hab",
    },
    "es": {
        Kind.TITLE: "sr sra srta sres sras srs dra dres d dña da lic licda ing arq profa gral cnel tte cap sta sto "
        "mons excmo excma ilmo ilma pdte av avda ctra pza plza cra cl urb mtro mtra bto hno hna rvdo subtte sgto fr",
        Kind.NUMBERED: "núm num nº n.º n arts pág págs pg cap caps ext párr párrf apdo ap dpto inc of int tít cód "
        "c.p t esq ed exp párrs lám cuad",
        Kind.INNER: "p.ej ej vgr v.g aprox máx mín incl cf esp i.e admón mt",
        Kind.MONTH: "ene feb mar abr may jun jul ago sep sept set oct nov dic lun mié mier jue vie sáb sab dom",
        Kind.END: "ee.uu aa.pp cc.aa jj.oo a.c d.c uds ud vd vds d.f dd.hh km kg m cm ha min seg hs hrs h a.m p.m "
        "ss.mm rr.hh ff.aa tm mm hab",
    },
    "it": {
        Kind.TITLE: "sig sig.ra sig.na sigg dott dott.ssa avv ing arch prof.ssa on sen geom rag mons dir amm spett "
        "egr gent gen col cap ten mar s ss psicol idraul rev cav comm v.cte",
        Kind.NUMBERED: "n nn pag pagg cap artt lett all sez tav c",
        Kind.INNER: "es cfr ad.es d st v ca c.d sigg",
        Kind.MONTH: "gen feb mar apr mag giu lug ago set sett ott nov dic lun mer gio ven sab dom",
        Kind.END: "ecc a.c d.c min sec km kg econ meteor az p.a",
    },
    "pt": {
        Kind.TITLE: "sr sra srs sras dra profa eng av exmo exma d gen cel cap sto sta r arq",
        Kind.NUMBERED: "n nº arts pág págs núm inc cap par",
        Kind.INNER: "p.ex ex aprox máx mín obs",
        Kind.MONTH: "jan fev mar abr mai jun jul ago set out nov dez",
        Kind.END: "a.c d.c min seg km kg",
    },
    "uk": {
        Kind.TITLE: "п-н проф доц акад вул просп пл бул пров ім ген полк див зам св смт",
        Kind.NUMBERED: "ст п пп ч абз гл розд рис табл дод с т кн буд кв корп",
        Kind.INNER: "т.е т.зв напр т.ч в.т.ч у.т.ч див прибл англ лат рос укр",
        Kind.MONTH: "січ лют бер квіт трав черв лип серп вер жовт лист груд",
        Kind.YEAR: "р рр",
        Kind.END: "ін т.д т.п н.е тис млн млрд грн коп дол обл р-н м км кг га л хв сек",
    },
    "tr": {
        Kind.TITLE: "doç av yrd op uzm sn arş gör alb gen",
        Kind.NUMBERED: "s sf md böl bkz mah cad sok",
        Kind.INNER: "örn bkz yak",
        Kind.END: "vb vs v.b ş.t.i şti tic san",
    },
    "ky": {Kind.TITLE: "проф акад", Kind.YEAR: "ж жж", Kind.END: "ж.б млн млрд миң тыс обл"},
}  # fmt: skip
_FAMILY = {"ky": "ru", "uk": "ru", "kk": "ru"}  # what a language borrows from before its own entries


def word_set(listed: str) -> frozenset[str]:
    """The words of a list written as one string."""
    return frozenset(listed.split())


ZONES = word_set(
    "EST EDT CST CDT MST MDT PST PDT ET PT CT MT GMT UTC BST CET CEST EET EEST MSK AEST AEDT IST JST HKT SGT NZST "
    "WAT Eastern Pacific Central Mountain Greenwich London Moscow Astana Almaty Brussels"
)
DAYS_AND_MONTHS = word_set(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu "
    "Thurs Fri Sat Sun"
)
OFFICES = word_set(
    "Chief Chair Chairman Chairwoman Chairperson President Vice Director Managing Executive Executives CEO CFO COO "
    "CTO Spokesman Spokeswoman Spokesperson Founder Co-Founder Head Senior General Deputy Manager Partner Secretary "
    "Counsel Treasurer Analyst Investor Media Press Corporate Board Headquarters Limited Class Series"
)

_STARTERS: dict[str, str] = {
    "en": "a an the this that these those it its he she they we i you his her their our my your there here who what "
    "when where why how which if in on at by for from with without within of to as after before during since until "
    "under over between among about against despite although though while because and but or nor so yet however "
    "moreover meanwhile instead therefore thus still also even only all any both each every few many most much "
    "several some such no none not nothing nobody never now then once yesterday today tomorrow last next another "
    "other one two three four five six seven eight nine ten is are was were did does do has have had can could should "
    "would will let's please earlier later further according following given let see call visit contact asked speaking",
    "ru": "в во на не но и а о об от до для за из к ко как мы он она оно они это этот эта эти тот та те то что кто "
    "где когда если по под при про с со у уже также так там тем того только ещё еще её его их наш наша наши мой всё "
    "все после перед между через без более ни никто ничто однако поэтому кроме согласно сегодня вчера завтра ранее "
    "позднее далее затем теперь сейчас среди из-за вместе вскоре каждый",
    "kk": "бұл ол біз олар мен сіз осы сол бірақ және сондай-ақ сондықтан алайда ал егер қазір бүгін кеше ертең кейін "
    "бір екі үш барлық оның біздің олардың мұндай ондай онда мұнда",
    "de": "der die das dem den des ein eine einer eines einem einen er sie es wir ihr ich in im am an auf aus bei "
    "beim bis durch für gegen mit nach ohne seit über um unter von vom vor während wegen zu zum zur zwischen und aber "
    "oder doch denn weil wenn als ob dass da dabei dafür damit dann daher darum deshalb dies diese dieser dieses jene "
    "jeder jede alle auch nur noch schon so wie wer was wo wann warum kein keine man nun jetzt heute gestern morgen "
    "unser unsere seine ihre zudem außerdem allerdings jedoch laut hier dort trotz",
    "fr": "le la les l'on un une des du de d' ce cet cette ces il elle ils elles on nous vous je tu y en à au aux "
    "dans sur sous pour par avec sans selon depuis pendant après avant entre vers chez contre mais et ou donc or ni "
    "car si quand comme lorsque puis ainsi aussi alors cependant toutefois pourtant qui que quoi où aucun aucune "
    "chaque tout toute tous toutes notre nos votre leur leurs son sa ses mon hier aujourd'hui demain c'est cela",
    "es": "el la los las lo un una unos unas este esta estos estas ese esa eso esto aquel él ella ellos ellas "
    "nosotros usted yo se su sus nuestro nuestra en a al de del con sin por para según desde hasta entre sobre tras "
    "durante ante bajo contra pero y o ni si cuando como donde aunque porque mientras además también así no nadie "
    "nada ningún ninguna cada todo toda todos todas qué quién cómo dónde hoy ayer mañana hay",
    "it": "il lo la i gli le un una uno questo questa questi queste quello quella egli ella essi noi voi io si in a "
    "al alla di del della con senza per da dal dalla tra fra su sul secondo dopo prima durante ma e o né se quando "
    "come dove anche perché mentre inoltre non nessuno ogni tutti oggi ieri domani è sono",
    "pt": "o a os as um uma este esta isso isto esse essa ele ela eles elas nós você eu em no na nos nas de do da com "
    "sem por para segundo desde até entre sobre após durante mas e ou nem se quando como onde embora porque também "
    "não ninguém cada todo todos hoje ontem amanhã há",
    "uk": "в у на не але і й а о об від до для за із з як ми він вона вони це цей ця ці той та те що хто де коли якщо "
    "по під при про також так там тільки ще її його їх наш після перед між через без проте тому крім сьогодні вчора",
    "tr": "bu şu o biz siz onlar bir ve ama ancak fakat bugün dün yarın her hiç",
}  # fmt: skip


# What the name of a street or a town leads to within one name: "Main St. Bridge".
PLACE_PARTS = word_set(
    "Bridge Station Church School Hospital Park Terminal Plant Facility Pier Center Centre Campus Depot Garage Mall "
    "Market Office Building North South East West NW NE SW SE Yard Substation Stadium Clinic Library Theater "
    "Theatre"
)


# What the letters of a state or a body lead to within one name: "U.S. Navy".
STATE_PARTS = word_set(
    "Government Department Navy Army Marines Marine Senate Congress Treasury Embassy Attorney Supreme Court House "
    "President Secretary Ambassador Midwest Coast Postal Environmental Food Federal National Air Border Customs "
    "Steel Bank Securities Justice State Security General Charter Council Mission Special High Commission Open "
    "Energy Geological Circuit District Representative Senator Forces Capitol Constitution Census Forest Fish "
    "Agency Dollar Dollars Home Prime Parliament Foreign Office Trade Bureau Central Pacific Virgin Internal "
    "Immigration Health Labor Labour Nuclear"
)


class Abbreviations:
    """The tables of one language: `kinds(word)` of a lower-case word without its last full stop."""

    def __init__(self, language: str) -> None:
        self._kinds: dict[str, frozenset[Kind]] = {}
        tables = [_EVERYWHERE, _BY_LANGUAGE.get(_FAMILY.get(language, ""), {}), _BY_LANGUAGE.get(language, {})]
        for table in tables:
            for kind, words in table.items():
                for word in words.split():
                    self._kinds[word] = self._kinds.get(word, frozenset()) | {kind}
        # The first parts of "т. е." or "z. B.", which end in a full stop inside the abbreviation.
        self._heads = frozenset(
            word[: i + 1]
            for word in self._kinds
            for i, letter in enumerate(word)
            if letter == "." and i + 1 < len(word)
        )
        family = _STARTERS.get(_FAMILY.get(language, ""), "") if language in ("ky",) else ""
        self._starters = frozenset((_STARTERS.get(language, "") + " " + family).split())

    def kinds(self, word: str) -> frozenset[Kind]:
        return self._kinds.get(word, frozenset())

    def has_head(self, head: str) -> bool:
        """Whether an abbreviation begins with `head` (which ends in a full stop) and goes on."""
        return head in self._heads

    def starts_sentences(self, word: str) -> bool:
        """Whether `word` is a small word that, written with a capital, opens a sentence and is no name."""
        return word.lower().replace("’", "'") in self._starters


@lru_cache(maxsize=32)
def abbreviations(language: str) -> Abbreviations:
    return Abbreviations(language)
