//! Words of general English that tell titles, roles, organisations, groups and documents.

/// Forms of address and ranks, which stand before a name and say nothing of what somebody does in this story.
#[rustfmt::skip]
pub(super) const TITLES: &[&str] = &[
    "adm", "admiral", "archbishop", "ayatollah", "baron", "baroness", "bishop", "brigadier", "capt", "captain",
    "cardinal", "chancellor", "cmdr", "col", "colonel", "commander", "commodore", "congressman", "congresswoman",
    "corporal", "councillor", "councilman", "councilwoman", "count", "countess", "cpl", "dame", "doctor", "dr",
    "duchess", "duke", "emir", "emperor", "empress", "father", "fr", "gen", "general", "gov", "governor", "hon",
    "imam", "judge", "justice", "king", "lady", "lieutenant", "lord", "lt", "madam", "maj", "major", "marshal",
    "mayor", "miss", "mr", "mrs", "ms", "mx", "pastor", "patriarch", "pope", "premier", "president", "prince",
    "princess", "prof", "professor", "queen", "rabbi", "rear", "rep", "representative", "rev", "reverend", "sen",
    "senator", "sergeant", "sgt", "shaikh", "sheik", "sheikh", "sheriff", "sir", "sister", "sultan",
];

/// What a person does or is.
#[rustfmt::skip]
pub(super) const ROLES: &[&str] = &[
    "accountant", "activist", "actor", "actress", "adviser", "advisor", "agent", "aide", "ally", "ambassador",
    "analyst", "anchor", "anthropologist", "archaeologist", "architect", "artist", "assistant", "associate",
    "astronaut", "astronomer", "astrophysicist", "athlete", "attorney", "aunt", "author", "banker", "barrister",
    "bassist", "billionaire", "biologist", "blogger", "boss", "boxer", "broadcaster", "brother", "brother-in-law",
    "businessman", "businesswoman", "campaigner", "candidate", "captain", "cardinal", "cardiologist", "catcher",
    "celebrity", "ceo", "cfo", "chair", "chairman", "chairperson", "chairwoman", "chancellor", "chaplain", "chef",
    "chemist", "chief", "choreographer", "cleric", "clerk", "climatologist", "co-author", "co-chair", "co-founder",
    "coach", "colleague", "columnist", "comedian", "commandant", "commander", "commentator", "commissioner",
    "composer", "comptroller", "conductor", "congressman", "congresswoman", "constable", "consul", "consultant",
    "contractor", "controller", "coo", "coordinator", "cop", "coroner", "correspondent", "cosmonaut", "councillor",
    "councilman", "councilwoman", "counsel", "counselor", "cousin", "creator", "criminologist", "critic", "cto",
    "curator", "customer", "cyclist", "dancer", "daughter", "dean", "defendant", "defender", "delegate", "democrat",
    "dentist", "deputy", "designer", "detective", "developer", "diplomat", "director", "dissident", "dj", "doctor",
    "driver", "drummer", "ecologist", "economist", "editor", "editor-in-chief", "electrician", "employee", "engineer",
    "entrepreneur", "envoy", "epidemiologist", "ethicist", "executive", "expert", "farmer", "father", "filmmaker",
    "firefighter", "fisherman", "founder", "freelancer", "friend", "fundraiser", "general-secretary", "geneticist",
    "geologist", "geophysicist", "goalkeeper", "golfer", "governor", "governor-general", "grandfather", "grandmother",
    "guard", "guitarist", "hacker", "head", "headmaster", "headmistress", "headteacher", "historian", "husband",
    "immunologist", "insider", "inspector", "instructor", "investigator", "investor", "jockey", "journalist", "judge",
    "jurist", "justice", "lawmaker", "lawyer", "leader", "lecturer", "liberal", "lieutenant", "lifeguard", "lobbyist",
    "magistrate", "man", "manager", "marshal", "mathematician", "mayor", "mechanic", "medic", "member",
    "meteorologist", "microbiologist", "midfielder", "militant", "minister", "model", "monk", "mother", "mp",
    "musician", "negotiator", "neighbor", "neighbour", "nephew", "neurologist", "neuroscientist", "neurosurgeon",
    "niece", "novelist", "nun", "nurse", "officer", "official", "ombudsman", "oncologist", "operator", "organiser",
    "organizer", "owner", "paediatrician", "painter", "palaeontologist", "paleontologist", "paramedic",
    "parliamentarian", "passenger", "pastor", "pathologist", "pediatrician", "pharmacist", "philanthropist",
    "photographer", "photojournalist", "physician", "physicist", "pianist", "pilot", "pitcher", "plaintiff", "player",
    "playwright", "plumber", "pm", "poet", "policeman", "policewoman", "politician", "pope", "premier", "presenter",
    "president", "priest", "prime", "principal", "producer", "professor", "programmer", "prosecutor", "protester",
    "provost", "psychiatrist", "psychologist", "psychotherapist", "publisher", "quarterback", "radiologist", "ranger",
    "rapper", "rebel", "rector", "referee", "refugee", "registrar", "reporter", "representative", "republican",
    "researcher", "resident", "scholar", "scientist", "screenwriter", "sculptor", "secretary", "secretary-general",
    "seismologist", "senator", "separatist", "sergeant", "shareholder", "sheriff", "singer", "sister", "skipper",
    "sociologist", "soldier", "solicitor", "son", "songwriter", "source", "speaker", "specialist", "spectator",
    "spokesman", "spokesperson", "spokeswoman", "sprinter", "staffer", "star", "statistician", "strategist",
    "striker", "student", "superintendent", "supervisor", "supporter", "surgeon", "surveyor", "survivor", "suspect",
    "swimmer", "teacher", "technician", "teenager", "theologian", "therapist", "tourist", "trader", "trainer",
    "treasurer", "trustee", "umpire", "uncle", "undersecretary", "vet", "veteran", "veterinarian", "vicar", "vice",
    "vice-chairman", "vice-president", "victim", "villager", "virologist", "vocalist", "volunteer", "warden",
    "warlord", "widow", "wife", "winner", "witness", "woman", "worker", "wrestler", "writer", "youtuber", "zookeeper",
    "zoologist",
];

/// Nouns that head the names of organisations.
#[rustfmt::skip]
pub(super) const ORGANISATIONS: &[&str] = &[
    "academy", "administration", "agency", "air", "airlines", "airways", "alliance", "army", "assembly",
    "associates", "association", "authority", "bank", "bbc", "bloc", "board", "brigade", "broadcasting",
    "brotherhood", "bureau", "cabinet", "campaign", "center", "centre", "chamber", "channel", "charity", "church",
    "clinic", "club", "co", "coalition", "coastguard", "college", "commission", "committee", "communications", "community",
    "company", "confederation", "conference", "congress", "corp", "corporation", "corps", "council", "court",
    "customs", "daily", "department", "directorate", "embassy", "enterprises", "establishment", "exchange",
    "executive", "facility", "federation", "fellowship", "firm", "fleet", "force", "forces", "forum", "foundation",
    "front", "fund", "gazette", "government", "group", "guard", "guardian", "herald", "holdings", "hospital",
    "house", "inc", "industries", "initiative", "inquiry", "inspectorate", "institute", "institution",
    "intelligence", "international", "journal", "journalists", "kremlin", "laboratories", "laboratory", "league",
    "line", "lines", "llc", "ltd", "magazine", "mail", "military", "ministry", "mission", "mosque", "motor",
    "motors", "movement", "municipality", "museum", "navy", "network", "networks", "news", "newspaper",
    "newspapers", "office", "online", "orchestra", "organisation", "organization", "panel", "paper", "parliament",
    "partners", "partnership", "party", "patrol", "pentagon", "plc", "police", "politburo", "post", "presidency",
    "press", "program", "programme", "project", "radio", "railway", "railways", "register", "reserve", "school",
    "secretariat", "senate", "service", "services", "society", "squad", "staff", "state", "station", "studios",
    "supermarket", "survey", "syndicate", "systems", "taskforce", "team", "technologies", "telecom", "telegraph",
    "television", "times", "treasury", "tribunal", "tribune", "trust", "tv", "union", "unit", "university",
    "utility", "watch", "watchdog", "week", "weekly", "workers", "yard",
];

/// Nouns by which an organisation named before is meant: 'the company'.
#[rustfmt::skip]
pub(super) const GENERIC: &[&str] = &[
    "agency", "airline", "automaker", "bank", "body", "broadcaster", "business", "carmaker", "carrier", "charity",
    "club", "company", "contractor", "corporation", "developer", "firm", "foundation", "giant", "group", "hospital",
    "institution", "maker", "manufacturer", "network", "newspaper", "operator", "organisation", "organization",
    "outlet", "paper", "party", "publisher", "retailer", "school", "site", "supplier", "union", "utility",
    "watchdog", "website",
];

/// Nouns by which a country named before is meant.
#[rustfmt::skip]
pub(super) const COUNTRIES: &[&str] = &[
    "country", "government", "kingdom", "nation", "republic", "state",
];

/// Nouns for what is written, shown or found.
#[rustfmt::skip]
pub(super) const DOCUMENTS: &[&str] = &[
    "account", "act", "agreement", "alert", "analysis", "announcement", "article", "bill", "biography", "blog",
    "book", "booklet", "brief", "briefing", "broadcast", "bulletin", "census", "charter", "clip", "code",
    "communique", "communiqué", "complaint", "constitution", "contract", "copy", "court-filing", "data", "deal",
    "decision", "declaration", "decree", "diary", "dispatch", "document", "documents", "draft", "e-mail",
    "editorial", "email", "entry", "estimate", "evidence", "figures", "filing", "findings", "footage", "guidance",
    "guidelines", "indictment", "information", "interview", "investigation", "law", "lawsuit", "leaflet",
    "legislation", "letter", "list", "log", "manifesto", "manual", "memo", "memorandum", "message", "motion",
    "note", "notice", "opinion", "page", "paper", "petition", "photograph", "photographs", "picture", "plan",
    "poll", "post", "poster", "posting", "press-release", "probe", "proposal", "publication", "rating", "record",
    "recording", "records", "release", "report", "resolution", "results", "review", "ruling", "rumor", "rumour",
    "sentence", "sign", "site", "statement", "statistics", "statute", "study", "suit", "summary", "survey", "tape",
    "telegram", "testimony", "testing", "text", "textbook", "theory", "transcript", "treaty", "tweet", "verdict",
    "video", "warning", "webpage", "website", "words", "workbook",
];

/// Documents that speak for whoever issued them.
#[rustfmt::skip]
pub(super) const ISSUED: &[&str] = &[
    "alert", "announcement", "bulletin", "communique", "communiqué", "dispatch", "e-mail", "email", "guidance",
    "investigation", "lawsuit", "letter", "list", "manifesto", "message", "note", "notice", "page", "post",
    "press-release", "probe", "release", "report", "review", "ruling", "sentence", "site", "statement", "study",
    "suit", "survey", "testimony", "tweet", "video", "warning", "webpage", "website", "words",
];

/// Words that begin a sentence with a capital and no name.
#[rustfmt::skip]
pub(super) const FUNCTION: &[&str] = &[
    "a", "about", "above", "according", "across", "adding", "additionally", "after", "afterwards", "again",
    "against", "all", "almost", "along", "already", "also", "although", "amid", "among", "an", "and", "another",
    "any", "anyone", "apart", "april", "around", "as", "asked", "asking", "at", "august", "away", "back", "because",
    "before", "behind", "below", "beneath", "beside", "besides", "between", "beyond", "both", "but", "by", "can",
    "citing", "clearly", "currently", "december", "despite", "did", "do", "does", "due", "during", "each",
    "earlier", "early", "eight", "either", "eleven", "elsewhere", "especially", "even", "eventually", "every",
    "everybody", "everyone", "everything", "february", "few", "finally", "first", "five", "following", "for",
    "former", "formerly", "four", "friday", "from", "further", "furthermore", "given", "had", "has", "have",
    "having", "he", "hence", "her", "here", "hers", "herself", "him", "himself", "his", "how", "however", "i", "if",
    "in", "including", "indeed", "initially", "inside", "instead", "into", "is", "it", "its", "itself", "january",
    "july", "june", "just", "last", "late", "later", "latest", "let", "like", "likewise", "many", "march", "may",
    "me", "meanwhile", "monday", "more", "moreover", "most", "much", "my", "near", "nearly", "neither",
    "nevertheless", "next", "nine", "no", "nobody", "none", "nonetheless", "nor", "not", "nothing", "november",
    "now", "october", "of", "off", "officially", "often", "on", "once", "one", "only", "onto", "opposite", "or",
    "originally", "other", "others", "otherwise", "our", "ours", "out", "outside", "over", "overall", "per",
    "perhaps", "previously", "prior", "rather", "recently", "regarding", "reporting", "responded", "responding",
    "said", "saturday", "saying", "says", "second", "september", "seven", "several", "she", "shortly", "should",
    "similarly", "since", "six", "so", "some", "somebody", "someone", "something", "sometimes", "soon", "speaking",
    "still", "subsequently", "such", "sunday", "ten", "than", "thank", "that", "the", "their", "them", "then",
    "there", "thereafter", "therefore", "these", "they", "third", "this", "those", "though", "three", "through",
    "throughout", "thursday", "thus", "to", "today", "together", "tomorrow", "tonight", "toward", "towards",
    "traditionally", "tuesday", "twelve", "two", "under", "unfortunately", "unless", "unlike", "until", "up",
    "upon", "us", "using", "usually", "very", "was", "we", "wednesday", "well", "were", "what", "whatever", "when",
    "whenever", "where", "whereas", "whether", "which", "while", "who", "whom", "whose", "why", "will", "with",
    "within", "without", "would", "yes", "yesterday", "yet", "you", "your",
];

/// Days and months.
#[rustfmt::skip]
pub(super) const CALENDAR: &[&str] = &[
    "april", "august", "december", "february", "friday", "january", "july", "june", "march", "monday", "november",
    "october", "saturday", "september", "sunday", "thursday", "tuesday", "wednesday",
];

/// Small words and months that are also names of people, inside a sentence.
#[rustfmt::skip]
pub(super) const NAMES_TOO: &[&str] = &[
    "april", "august", "june", "may", "per", "said", "will",
];

/// Words that open the description of somebody who is not named.
#[rustfmt::skip]
pub(super) const INDEFINITE: &[&str] = &[
    "a", "about", "an", "another", "any", "around", "both", "dozens", "each", "eight", "few", "five", "four",
    "half", "hundreds", "many", "most", "nine", "no", "none", "one", "only", "seven", "several", "six", "some",
    "ten", "thousands", "three", "two", "various",
];

/// Small words inside names of people and places.
#[rustfmt::skip]
pub(super) const PARTICLES: &[&str] = &[
    "al", "bin", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "ibn", "la", "las", "le",
    "los", "ten", "ul", "und", "ur", "van", "von", "y", "zu",
];

/// Plurals without an s.
#[rustfmt::skip]
pub(super) const PLURAL_PEOPLE: &[&str] = &[
    "children", "clergy", "crowd", "families", "media", "men", "military", "people", "personnel", "police", "press",
    "public", "staff", "troops", "women", "youth",
];

/// Words that give a man.
#[rustfmt::skip]
pub(super) const MALE: &[&str] = &[
    "actor", "boy", "brother", "businessman", "chairman", "congressman", "councilman", "dad", "father", "fisherman",
    "grandfather", "husband", "king", "lord", "man", "mr", "policeman", "pope", "prince", "salesman", "sir", "son",
    "spokesman", "sportsman", "stepfather", "uncle",
];

/// Words that give a woman.
#[rustfmt::skip]
pub(super) const FEMALE: &[&str] = &[
    "actress", "aunt", "baroness", "businesswoman", "chairwoman", "congresswoman", "councilwoman", "countess",
    "dame", "daughter", "duchess", "empress", "girl", "grandmother", "lady", "miss", "mother", "mrs", "ms", "mum",
    "policewoman", "princess", "queen", "sister", "spokeswoman", "sportswoman", "stepmother", "widow", "wife",
    "woman",
];

/// Whether a sorted list holds a word in lower case.
pub(super) fn has(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
}

/// Whether a list holds a word or what the word is the plural of.
pub(super) fn has_any_number(list: &[&str], word: &str) -> bool {
    has(list, word) || singular(word).is_some_and(|one| has(list, &one))
}

/// The noun that a plural belongs to: 'officials', 'companies', 'spokesmen'.
pub(super) fn singular(word: &str) -> Option<String> {
    if let Some(stem) = word.strip_suffix("ies") {
        return Some(format!("{stem}y"));
    }
    if let Some(stem) = word.strip_suffix("men") {
        return Some(format!("{stem}man"));
    }
    if word.ends_with("ss") || word.ends_with("us") || word.ends_with("is") {
        return None;
    }
    word.strip_suffix('s').map(str::to_owned)
}
