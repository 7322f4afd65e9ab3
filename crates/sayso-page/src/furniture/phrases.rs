//! The wordings of furniture, as agencies, broadcasters, broadsheets, tabloids and local papers put them.
//!
//! A pattern matches a whole line, in any case, with straight apostrophes. It may be no line that an article could hold:
//! prose begins with whom it is about, furniture with what the reader is to do. Stretches of any
//! length are left unbounded: a line is short, and counted repetitions make an automaton of megabytes.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::{Regex, RegexSet, RegexSetBuilder};

use crate::article::FurnitureKind::{self, Advertisement, CorrectionFooter, Credit, LinkLine, Other, SignUp};

/// A longer line is a paragraph, whatever it begins with.
const LONGEST: usize = 320;

/// Room for the automaton that is made while reading: with the library's 2 MiB it is thrown away over and over.
const AUTOMATON: usize = 32 << 20;

const LINES: &[(FurnitureKind, &str)] = &[
    // Markers of advertisements.
    (
        Advertisement,
        r"[-–— ]*(?:advertisements?|advertising|advertorial|adverts?|ads?|werbung|anzeige|publicidad|publicité)[-–—: ]*",
    ),
    (
        Advertisement,
        r"(?:ad(?:vertisement)?\W+)?(?:(?:this )?(?:story|article|content|post|report|page|video) continues? (?:below|after|beneath).*|continue reading.*|continues? (?:below|after) .*)",
    ),
    (
        Advertisement,
        r"(?:scroll|swipe)(?: down)? (?:for more|to (?:continue|read|keep)|down).*|(?:continue|keep) (?:scrolling|reading) .*",
    ),
    (
        Advertisement,
        r"skip (?:past |to |over )?(?:the |this )?(?:ad|advert(?:isement)?|newsletter|promotion|main|content)\b.*|(?:close|hide|remove|report|skip|why this) (?:this )?ads?",
    ),
    (
        Advertisement,
        r"(?:sponsored|promoted|paid|partner|branded)(?: (?:content|post|story|stories|links?|by|partner content|for by|and presented by)\b.*)?",
    ),
    (
        Advertisement,
        r"(?:content|stories|news|offers|articles|a message|brought to you) (?:from|by) (?:our|its) (?:partners?|sponsors?|advertisers?).*|around the web|your ad(?:vert)?(?:isement)? (?:could be )?here|ad feedback|supported by",
    ),
    (
        Advertisement,
        r"win (?:a|an|one of|tickets|\S+ pairs) .*(?:see page|page \d|enter|click).*|.*(?:special|exclusive) offer.*(?:click|subscribe|page).*",
    ),
    // Links to other articles.
    (
        LinkLine,
        r"(?:read|see|watch|listen|also|related|more|learn|explore|discover)(?: (?:more|also|next|now|on|this|all|full (?:story|report|article)|the full (?:story|report|article|interview|statement|document)|related|here|about this(?: story)?))*\s*(?:[:|»>]|\s[-–—]\s).*",
    ),
    (
        LinkLine,
        r"(?:(?:must|also|now|next|worth a|further|background|recommended|similar|suggested) (?:read(?:ing)?|watch|stor(?:y|ies)|articles?|links?))\s*[:|»>–—-].*|(?:recommended|you may also like|don't miss|in case you missed it|up next|live(?: updates| blog)?|in (?:pictures|depth|photos|video)|factbox|explainer|timeline|podcast)\s*[:|].*",
    ),
    (
        LinkLine,
        r"(?:read|see|watch|view|listen)(?: (?:more|also|next|live|all|now|full (?:story|article|report)|the (?:full|video|gallery|clip|moment).*|again|it here))?[.!:»>]*",
    ),
    (
        LinkLine,
        r"(?:read|learn|find out|see|hear|discover) (?:more|much more|the latest|further)(?: (?:news|stories|articles|coverage|details|information))? (?:on|about|from|in|at|of|here)\b[^“”\x22]*",
    ),
    (LinkLine, r"more (?:on|about) (?:this|the) (?:story|stories|topic|subject|issue)(?:\s*[:|].*)?"),
    (LinkLine, r"(?:please )?(?:click|tap)(?: on)? (?:here|this|the|to|for|below|through)\b[^“”\x22]*"),
    (
        LinkLine,
        r"(?:please )?(?:read|see|find|find out|watch|listen|follow|view|explore|check(?: out)?|get|learn|download|visit|go|take|try|use|register|apply|vote|donate|buy|book|order|catch up|keep up|stay|browse|search|submit|send|share|tell|click|tap|join|continue|for more)\b[^“”\x22]*\b(?:right |over )?(?:here|below|at this link|on our (?:website|site|page|live ?blog))[.!)]*",
    ),
    (
        LinkLine,
        r"(?:you|readers?|subscribers?|members|(?:\w+ ){1,4}(?:readers|subscribers|members))(?: can| may)(?: also| still)? (?:read|see|find|watch|listen|follow|view|explore|check|get|learn|download)\b[^“”\x22]*\b(?:here|below)[.!)]*",
    ),
    (
        LinkLine,
        r"(?:our|the) (?:full|earlier|live|latest|previous|complete) (?:coverage|story|stories|report|reports|analysis|live ?blog|updates|review|interview|list)\b[^“”\x22]*\b(?:here|below)[.!)]*",
    ),
    (
        LinkLine,
        r"(?:for|to (?:read|see|get|find|learn)) (?:more|the full|all|further|our|other|additional)\b[^“”\x22]*(?:\b(?:click|visit|go to|head to|follow|see our|tap|subscribe|sign up|check out)\b[^“”\x22]*|\b(?:here|below)[.!]?)",
    ),
    (
        LinkLine,
        r"(?:previous|next|older|newer)(?: (?:article|story|post|page|up))?|(?:view|show|see|load|read|browse) (?:all|more|the|our|\d+)?\s*(?:comments?|replies|stories|articles|photos|images|gallery|galleries|posts?|results|slideshow).{0,30}",
    ),
    (
        LinkLine,
        r"(?:watch|listen)(?: (?:live|now|again|here|to|video|below|this|the|our))*(?::.*| (?:podcast|episode|show|clip|video|programme|interview|article|story)\b[^“”\x22.]*)?",
    ),
    (LinkLine, r"(?:gallery|in pictures|slideshow|live|podcast|quiz|poll)\s*[:|]\s*[^.“”]*"),
    // The same in German, Spanish, Portuguese, French, Italian, as found on the pages that titles and dates were measured on.
    (
        LinkLine,
        r"(?:(?:lesen sie (?:auch|mehr|dazu)|lesen sie auch die folgenden beiträge|(?:auch|ebenfalls) interessant|das könnte (?:sie|dich) (?:auch )?interessieren|mehr (?:zum thema|themen|aus der sendung|dazu)|weitere (?:themen|informationen|artikel|meldungen)|zum weiterlesen|lust auf mehr|videos zum thema|neueste artikel|lea también|lee también|le puede interesar|te puede interesar|vea (?:también|además)|ver también|mira también|leia (?:também|mais)|veja também|à lire aussi|lire aussi|voir aussi|leggi anche)(?: (?:auf|zu|zum|zur|über|sobre|sur) [^.“”]{2,39})?)(?:\s*[:?|»>–-].*|)",
    ),
    (
        LinkLine,
        r"(?:from (?:the|our) (?:archives?|vaults?)|looking back|flashback|opinion|analysis|background|profile|interview|review|comment|obituary|editorial|column|guide|at a glance|what we know|q&a|big read|long read)\s*[:|]\s*[^.“”\x22]*",
    ),
    (
        LinkLine,
        r"more (?:top |world |local |us |uk |breaking |latest )*(?:headlines|news|stories|coverage|videos?|articles)(?: (?:from|on|in|about) [^.“”\x22]{2,60})?|(?:show|read|see|view|load) (?:less|fewer)|(?:photos|videos|pictures|graphic|map|watch|listen)\s*:\s*[^.“”\x22]*",
    ),
    // Ways to have something corrected.
    (
        CorrectionFooter,
        r"to (?:suggest|report|submit|request|flag|notify us of|inform us of)(?: us)? (?:a |an |any )?(?:\w+ )?(?:corrections?|clarifications?|errors?|mistakes?|typos?|inaccurac(?:y|ies)|problem)\b.*",
    ),
    (
        CorrectionFooter,
        r"(?:you can (?:also )?|please |or |simply )?(?:highlight|select|mark) (?:the |a |any )?(?:piece of |incorrect |wrong )?(?:text|word|error|mistake|passage|typo)\b.*\b(?:press|hit|click)\b.*",
    ),
    (
        CorrectionFooter,
        r"(?:have you |did you |if you(?:'ve)? |do you )?(?:spot(?:ted)?|see|seen|notice[d]?|found|find|have|think there is) (?:(?:an?|any|some|something|a factual) )?(?:\w+ )?(?:errors?|mistakes?|typos?|inaccurac(?:y|ies)|corrections?|clarifications?|wrong|incorrect|we (?:should|need to) correct)\b.*",
    ),
    (
        CorrectionFooter,
        r"(?:report|suggest|submit|request|send us|flag) (?:a |an |this |any )?(?:corrections?|errors?|mistakes?|typos?|inaccurac(?:y|ies)|problem with this (?:article|story))\b.*",
    ),
    (
        CorrectionFooter,
        r"(?:is there |anything |something )(?:an error|wrong|missing|incorrect|amiss)\b.{0,20}(?:article|story|page|report).*|(?:help us (?:improve|correct)|corrections and clarifications|(?:for )?corrections?(?: requests?)?\s*:? (?:\S+@\S+|e-?mail|write|contact)).*",
    ),
    // Credits.
    (
        Credit,
        r"\(?(?:(?:additional|further|extra|reporting|writing|editing|edited|compiled|translated|written|produced)(?:,? (?:and )?(?:reporting|writing|editing|compiled|edited|research))*) by [^“”\x22]+",
    ),
    (
        Credit,
        r"[^“”\x22.]*(?:\b[A-Z]\.[^“”\x22.]*)*\b(?:also )?contributed (?:to (?:this|the) (?:report|story|article|piece|post)|(?:additional )?(?:reporting|research))\b.*",
    ),
    (
        Credit,
        r"\(?(?:with )?(?:additional )?(?:files|reporting|inputs?|reports?|additional reporting|agency inputs|material|information) from (?:the )?(?-i:[A-Z])[^“”\x22]+|with (?:agencies|wires|agency reports|wire reports|pti inputs)|[-–— ]*(?:agencies|(?:\w+ )?staff and (?:agencies|wires?|\w+))",
    ),
    (
        Credit,
        r"\(?(?:file |main |cover |top |header |featured? |stock |aerial )?(?:photos?|photographs?|images?|pictures?|pics?|pic|video|footage|graphics?|illustrations?|screenshots?|foto|bild)(?: (?:credits?|courtesy(?: of)?|sources?|copyright|by|from|provided by|supplied(?: by)?|via|taken by|caption))*\s*(?:[:/|©]\s*[^“”\x22]+|\bvia\b\s*[^“”\x22]+|(?:,|\bby\b|\bcourtesy\b|\bfrom\b|\bprovided\b)\s*[^“”\x22.]+\.?)",
    ),
    (
        Credit,
        r"(?:media|image|video|picture|photo) (?:captions?|sources?|copyright|credits?)\b.*|(?:credits?|source)\s*:\s*[^.“”]+",
    ),
    (
        Credit,
        r"[(\[—–-]*\s*[^“”\x22.]*(?:/\s*|via |\bfor |\()?(?:ap photo|ap|afp|reuters|getty(?: images)?|epa(?:-efe)?|alamy(?: stock photo)?|shutterstock|istock|pa(?: media| wire| images)?|bloomberg|tass|xinhua|anadolu|zuma(?: press)?|imago|dpa)(?:/[^“”\x22.]+)[)\]]*",
    ),
    (
        Credit,
        r"[(\[]*[^“”\x22.,:/]{2,39}(?:/|\bvia )\s*(?:ap|afp|reuters|getty(?: images)?|epa|alamy|shutterstock|istock|pa|bloomberg|tass|xinhua|anadolu|wire|pool|handout|file|the [^./]{2,39})[)\]]*|getty images|(?:photo|image) (?:gallery|removed)",
    ),
    (
        Credit,
        r"(?:©|\(c\)|copyright\b|copr\.).*|.*\ball rights reserved\b.*|this (?:material|article|content|story|work|document) (?:may not|must not|cannot|is protected|is published (?:under|here)|was (?:originally|first) (?:published|reported|posted|produced))\b.*",
    ),
    (
        Credit,
        r"our standards\b.*|(?:the )?.*\btrust principles\b.{0,20}|this (?:story|article|report) (?:has not been edited|is (?:auto-?generated|syndicated|from))\b.*",
    ),
    (
        Credit,
        r"(?:the associated press|reuters|afp|[^“”\x22.]*\b(?:writers?|reporters?|staff|correspondents?|editors?|journalists?|producers?|news agency)\b[^“”\x22.]*) (?:also )?contributed\.?",
    ),
    (
        Credit,
        r"(?:this|our) (?:story|article|report|reporting|project|series|investigation|coverage|piece|post|content) (?:was|is|has been) (?:\w+ )?(?:supported|funded|produced|made possible|published|provided|syndicated|republished|reprinted|reproduced|sponsored|part of|reported|brought|paid for|underwritten|translated|adapted|edited|written)\b (?:in part |in partnership |as part |under |by |with |from |on |through |in |of |to )?.*",
    ),
    (
        Credit,
        r"[^“”\x22]* (?:is|are) (?:a|an|the|our) [^“”\x22]*\b(?:writer|reporter|editor|correspondent|columnist|journalist|contributor|producer|author|fellow|professor|lecturer|blogger)\b[^“”\x22]*(?:\b(?:follow|e-?mail|contact|reach|tweet|find)\b|@)[^“”\x22]*",
    ),
    (
        Credit,
        r"(?:hide|show|toggle|view|enlarge) (?:the )?captions?(?: toggle caption)?|(?:file|stock) (?:photo|image|picture)[^“”\x22.]*|[^“”\x22.]{2,60}/[^“”\x22.]{2,40}(?:/file| via .*)?\s*(?:file)?",
    ),
    (Credit, r"(?:translation|production|graphics?|research|contributions?|illustrations?) by [^“”\x22.]+\.?"),
    // What the reader is to sign, follow, pay, share, or tell.
    (
        SignUp,
        r"(?:sign|log)(?: up| in| on|-up|-in)\b.*|(?:subscribe|register)(?: (?:now|today|here|for|to|and|with|free)\b.*|[.!]*)|(?:already|not|not yet|are you) (?:a |an )?(?:subscribed?r?|member|registered|have an account)\b.*|create (?:a |an |your )?(?:free )?account.*",
    ),
    (
        SignUp,
        r"(?:get|receive|have|want|never miss|don't miss|stay (?:up|on|informed|ahead|connected)|start your day|keep up|catch up|wake up|love)\b[^“”\x22]*\b(?:inbox|newsletters?|e-?mails?|alerts?|app|briefing|notifications?|subscri\w+|delivered|sign up|text messages?|updates)\b.*",
    ),
    (
        SignUp,
        r"(?:.+ )?newsletters?(?: (?:sign-?up|promotion|signup))?|(?:our|the|a) (?:free |daily |weekly |morning )*newsletters?\b.*|.*\b(?:to|in) your (?:inbox|mailbox|e-?mail)\b.*|(?:enter|enter your|your) e-?mail(?: address)?.*",
    ),
    (
        SignUp,
        r"(?:download|install|try) (?:the|our|a)\b[^“”\x22]*\bapp\b.*|(?:follow|like|find|join|connect with|tag|message|add|watch|tweet) (?:us|@\w+)\b.*|(?:follow|like|find|join|subscribe to) [^“”\x22.]+ (?:on|via|at) (?:our )?(?:twitter|x|facebook|instagram|telegram|whatsapp|youtube|linkedin|tiktok|threads|bluesky|google news|mastodon|snapchat|social media|apple news|spotify)\b.*|follow the (?:author|reporter|writer)\b.*",
    ),
    (
        SignUp,
        r"join (?:the|our)(?: \w+){0,3} (?:conversation|discussion|debate|community|group|channel|club|mailing list|thousands)\b.*|(?:leave|post|add|write|submit) (?:a |your )(?:comment|reply|thoughts)\b.*|\d+ (?:comments?|shares?|replies)|comments?(?: \(\d+\)| are closed| have been closed)?[.]?|what do you think\?.*|(?:let us know|tell us|have your say|share your (?:thoughts|views|story|experience))\b.*",
    ),
    (
        SignUp,
        r"(?:become|be|sign on as) (?:a|an|our) (?:\w+ )?(?:member|patron|supporter|subscriber|friend|donor)\b.*|(?:please |help |consider )*(?:support|supporting|donate|donating|contribute to|give to|fund|back)\b[^“”\x22]*\b(?:journalism|newsrooms?|independent|reporting|work|us|news|site|today|here|now|subscri\w+|donat\w+|member\w*)\b.*",
    ),
    (
        SignUp,
        r"if you (?:like|liked|enjoy|enjoyed|value|appreciate|found|find|want|would like|believe|care)\b[^“”\x22]*\b(?:support|donat\w+|subscri\w+|share|consider|sign up|follow|join|member\w*|newsletter|contribut\w+|here|click)\b.*",
    ),
    (
        SignUp,
        r"[^“”\x22]+ (?:is|are) (?:run by volunteers|(?:entirely |wholly |fully )?(?:funded|supported|paid for|made possible) by (?:its|our|your|you|readers?|the readers?|people like you|donations))\b.*",
    ),
    (
        SignUp,
        r"(?:by (?:signing up|subscribing|clicking|submitting|registering|continuing|providing|entering)\b.*|i |you )(?:you )?(?:agree|accept|consent|acknowledge|confirm) .*\b(?:terms|privacy|policy|to receive|conditions)\b.*|(?:you can )?(?:unsubscribe|opt out)\b.*|(?:view|read|see) our (?:privacy|terms|cookie)\b.*|this site is protected by recaptcha.*|thank(?:s| you) for (?:subscribing|signing up|reading|registering|your (?:support|interest))\b.*",
    ),
    (
        SignUp,
        r"(?:share|print|e-?mail|tweet|save|bookmark|copy|pin|send|gift|facebook|twitter|x|whatsapp|linkedin|reddit|pinterest|telegram|messenger|flipboard|instagram|threads|bluesky|listen|a ?a|comment)(?:[ ,|/·•]*(?:and |to |by |via |on |a |it |the |link|url|this|article|story|page|post|friend|share|print|e-?mail|tweet|save|bookmark|copy|pin|send|facebook|twitter|x|whatsapp|linkedin|reddit|pinterest|telegram|messenger|flipboard|instagram|threads|bluesky|comment|options|clipboard)){0,12}[:.]?|share\s*:.*|(?:share|print|save|gift|e-?mail|bookmark) (?:this|the) (?:article|story|page|post|report|video)\b.*|(?:link copied|copied).{0,20}",
    ),
    (
        SignUp,
        r"(?:do|did|are|have|were|has|is|got|know|want) (?:you|your|a|any)\b[^“”]*\?\s*(?:please |you can |then |we )?(?:call|contact|e-?mail|get in touch|write|text|tell|ring|share|let us|send|want to hear|message|drop|fill|join|click|follow)\b.*|got (?:a|any|something)\b[^“”]*\?.*",
    ),
    (
        SignUp,
        r"(?:you can |please |or |to )?(?:contact|call|e-?mail|reach|ring|message|text|write to|get in touch with|tweet) (?:us|our|the (?:author|reporter|writer|newsroom|newsdesk|news desk|editor)|(?:\w+ ){1,3}(?:at|on))\b[^“”\x22]{0,30}(?:\bat\b|\bon\b|\bvia\b|\bby\b|:|@).*|(?:send|e-?mail) (?:your |any |us )?(?:tips|news|story|stories|letters|questions|comments|photos|pictures)\b.*",
    ),
    (
        SignUp,
        r"(?:this (?:article|story|content|page|feature) is (?:only |exclusively |reserved )?(?:for|available to|free|unlocked)|you(?: have|'ve) (?:reached|read|used|hit|\d+)\b.*\b(?:articles?|limit|stories)|to (?:continue|keep) reading|(?:unlock|access|enjoy|get) (?:this|unlimited|full|all)\b.*(?:article|access|content|subscri\w+|digital)|(?:start|try|begin) (?:your|a) (?:free )?(?:trial|subscription))\b.*",
    ),
    (
        SignUp,
        r"(?:want|need|looking for|interested in|curious about|don't want|ready to|hungry for|missed|enjoying?|enjoyed|liked|loved|concerned|confused|worried about)\b[^“”\x22.]*\?(?: .*)?|(?:have|got) (?:a |any |some |more |an? \w+ )?(?:questions?|tips?|feedback|comments?|suggestions?|concerns?|views?|news|stor(?:y|ies)|opinion|photos?|videos?|something to (?:say|tell|share|add))\b[^“”\x22]*\?(?: .*)?",
    ),
    (
        SignUp,
        r"(?:follow|e-?mail|contact|reach|tweet|find|message|call|write to|connect with) (?:her|him|them|me|us|the (?:author|writer|reporter)|(?-i:[A-Z][\pL'-]+(?: [A-Z][\pL'-]+){0,3})) (?:on|at|via|by|in|@).*|[^“”\x22]*\b(?:e-?mail|contact|editor|letters?|tips?|newsdesk|reach|write)\b[^“”\x22]*\S+@\S+\.\S+.*|\S+@\S+\.\S+",
    ),
    (
        SignUp,
        r"(?:our|the|a|listen to (?:the|our)|try (?:the|our)|get (?:the|our)|buy (?:the|our)|today's)(?: \w+){0,3} (?:podcasts?|newsletters?|apps?|e-?paper|print edition|magazine|box ?set|crossword|quiz) (?:drops|is|are|has|on|every|available|brings|covers|delivers|wherever|app|here|now)\b[^“”\x22]*|(?:find|get|listen to) (?:it|us|them|our (?:podcast|show)|the podcast|episodes)\b[^“”\x22]*(?:podcasts?|spotify|apple|wherever).*",
    ),
    (
        SignUp,
        r"(?:stay (?:tuned|with us|updated|informed|connected|in the know|up to date)|keep (?:up to date|up with|in touch)|turn on|switch on|allow|activate|manage|set up|opt in to) [^“”\x22]*|(?:catch up|keep up|stay up)\b[^“”\x22]*\b(?:briefing|newsletter|podcast|app|stories|headlines|news)\b[^“”\x22]*",
    ),
    (
        SignUp,
        r"(?:home delivery|customer (?:service|care|support)|help (?:centre|center|desk)|advertise with us|about us|contact us|privacy policy|terms (?:of (?:use|service)|and conditions)|cookie (?:policy|settings)|site ?map|careers|accessibility|do not sell .*|newsroom|masthead|purchase (?:reprints|licensing).*|(?:order|buy|purchase|get|request) (?:a |your )?(?:reprints?|cop(?:y|ies)|prints?|photos?|permissions?|licen[cs]ing)\b.*|reprints(?: and permissions)?|subscriber(?:s)?[ -]only|exclusive to subscribers|premium)(?:\s*[:|].*)?",
    ),
    (
        SignUp,
        r"(?:please )?help (?:us|keep|fund|support|power|sustain|protect|save|build|make)\b[^“”\x22]*\b(?:reporting|journalism|independent|free|newsroom|news|work|community|access|readers?|donat\w*|subscri\w*)\b.*|(?:gifts?|donations?|contributions?|subscriptions?|members?|memberships?|readers like you|your support|every (?:pound|dollar|contribution|gift))\b[^“”\x22]*\b(?:keep|make|help|support|fund|power|start|matter|tax-deductible|from just|for just|from only)\b[^“”\x22]*\b(?:journalism|reporting|newsroom|work|possible|free|independent|today|here|month|week|year)\b.*",
    ),
    (SignUp, r"[^“”\x22.]{2,40}\bapps?\s*[:|].*|letters?(?: to the editor)?\s*:.*"),
    // The rest of a page's machinery.
    (
        Other,
        r"this is a (?:developing|breaking)(?: news)? (?:story|news|situation)\b[^.]*\.?(?: (?:check|more|please|it will|stay|refresh|we will|this)\b.*)?|(?:more (?:to follow|details (?:soon|to follow|to come)|soon|to come)|check back (?:for|soon|later|here)\b.*|(?:this|the) (?:story|article|page|post) (?:will|is) be(?:ing)? updated\b.*|(?:please )?refresh (?:this|the) page\b.*)[. ]*",
    ),
    (
        Other,
        r"(?:\d+|an?|one|two|three|four|five)[ -]?min(?:ute)?s?[. ]*(?:read|listen|watch)?(?:ing time)?|reading time\b.{0,20}|(?:(?:first |last )?(?:published|posted|updated|modified)\s*:?\s*)(?:\d+|an?|one) (?:min(?:ute)?s?|hours?|days?|weeks?|months?)\.? ago|(?:\d+|an?) (?:minutes?|hours?|days?|weeks?) ago",
    ),
    (
        Other,
        r"(?:back to|return to|go to|skip to|jump to) (?:the )?(?:top|home|homepage|main|content|navigation|start|beginning|story|article|comments)\b.{0,30}|(?:click|tap|press|swipe|drag) (?:on )?(?:to )?(?:expand|enlarge|play|zoom|unmute|listen|close|open|view|see more)\b.*|(?:enlarge|expand|toggle|close|open|hide|show) (?:this |the )?(?:image|caption|menu|gallery|photo|more|video|player|sidebar)s?",
    ),
    (
        Other,
        r"(?:we|this (?:site|website|page)) (?:and our partners )?uses? cookies\b.*|(?:accept|manage|reject|allow)(?: all)? (?:cookies|preferences)\b.*|(?:please )?(?:enable|turn on|activate) (?:javascript|cookies)\b.*|(?:your browser|javascript)\b.*\b(?:not support|disabled|required|enabled)\b.*|(?:this|the|sorry, this|sorry, the) (?:video|content|media|audio|live ?stream|image|file)\b.{0,20}\b(?:can ?not|can't|could not|is not|isn't|is no longer|is unavailable|has been removed)\b.*|(?:loading|buffering|please wait)[. …]*|this is a modal window\.?|(?:play|pause|mute|unmute|fullscreen)(?: video| audio)?",
    ),
    (
        Other,
        r"(?:filed under|tags?|topics?|keywords?|categor(?:y|ies)|section|posted in|in this (?:article|story)|mentioned in this (?:article|story))\s*:.*|(?:editor's (?:picks?|choice))|\*{3,}|[-–—_=]{3,}|#{1,3}|•+",
    ),
    (
        Other,
        r"expand|collapse|dismiss|close|menu|search|skip|replay|autoplay|subtitles|transcript|settings|gallery|slideshow|fullscreen|next up|up next|topics?|tags?|more|related topics|key points|highlights|in this article|table of contents|editor's note\s*:\s*(?:sign up|subscribe|this|a version|read|see|find|get|follow|watch)\b.*|a version of this (?:article|story|post|piece)\b.*",
    ),
    (
        Other,
        r"opinions expressed\b.*|the (?:views|opinions) expressed\b.*|disclaimer\s*:.*|\d+ (?:photos?|images?|pictures?|views?|likes?)|\d+ of \d+",
    ),
];

/// What stands over a list of other articles.
const LIST_HEADER: &str = r"(?:other (?:topics|stories|news|articles|headlines)(?: of interest| you (?:may|might) like)?|related(?: (?:articles?|stories|story|topics?|coverage|links?|content|news|posts?|reading|videos?|items))?|more (?:from|on|about|in|like) [^.“”:]+|more (?:stories|news|coverage|headlines|articles|to read|top stories|for you)(?: (?:from|on|in|about) [^.“”:]+)?|(?:read|also read|up|watch) next|you (?:may|might)(?: also| have)* (?:like|enjoy|missed?|be interested in)[^.“”:]{0,30}|recommended(?: (?:for you|stories|reading|articles|videos|by .{2,20}))?|don't miss|in case you missed it|top (?:stories|news|headlines|reads|articles)(?: .{2,20})?|(?:the )?latest(?: (?:news|stories|headlines|articles|videos))?(?: (?:from|on|in) [^.“”:]+)?|(?:most|best) (?:read|popular|viewed|shared|watched|commented)(?: (?:in|on|articles|stories|this|now) ?[^.“”:]{0,30})?|trending(?: (?:now|stories|topics|on .{2,30}|articles))?|editors?'?s?'? (?:picks?|choice)|what to (?:read|watch) next|further reading|keep reading|must[- ]reads?|(?:promoted|sponsored|featured|popular|similar|recent|suggested) (?:stories|links|content|articles|posts|now|videos|from .{2,30})|from (?:around|across|elsewhere on) the (?:web|site|bbc)|elsewhere on .{2,30}|what else (?:we're|you should be) reading|key (?:stories|reads))\s*[:»>]?";

/// A last sentence that may be glued to a paragraph: narrower than a line of its own, for it stands in prose.
const ENDINGS: &[(FurnitureKind, &str)] = &[
    (Other, r"this is a (?:developing|breaking)(?: news)? story\b.*|(?:check back|refresh)\b.*\bupdates\.?"),
    (
        LinkLine,
        r"(?:you can )?(?:read|see|find|watch|listen to|follow|view|learn|find out|get|click|explore) (?:more|our|the full|all|here|live|the latest|about)\b[^“”\x22]*\bhere[.!)]*",
    ),
    (
        LinkLine,
        r"(?:read|learn|see|find out) more(?: (?:here|about it|details))?[.:»>]*|click here\b.*|(?:read|see) (?:also|more)\s*:.*|[^“”\x22]*\b(?:readers|subscribers|members) can (?:read|see|find|watch)\b[^“”\x22]*\bhere[.!)]*",
    ),
    (
        Credit,
        r"[(\[](?:additional |further )?(?:reporting|writing|editing|compiled|edited|translated|photo|image|picture|with (?:inputs|reporting|files))\b[^“”\x22]*[)\]]\.?",
    ),
    (
        Credit,
        r"(?:additional )?reporting by (?-i:[A-Z])[^“”\x22]+|.* contributed to this (?:report|story|article)\.|©.*",
    ),
    (
        SignUp,
        r"(?:if you (?:find|found|like|enjoy)\b[^“”\x22]*|you can )(?:you can )?(?:support|donate to|subscribe to) us\b[^“”\x22]*|(?:sign up|subscribe) (?:here|now|today|to (?:our|the|receive|get))\b[^“”\x22]*|follow us on\b.*|support us here\.?",
    ),
    (
        CorrectionFooter,
        r"to (?:suggest|report|submit) (?:a |an )?(?:correction|clarification|error|typo)\b.*|(?:spotted|noticed|seen) (?:a |an )(?:\w+ )?(?:error|mistake|typo)\?.*",
    ),
];

struct Wordings {
    kinds: Vec<FurnitureKind>,
    patterns: RegexSet,
}

impl Wordings {
    fn new(wordings: &[(FurnitureKind, &str)]) -> Self {
        let mut patterns = RegexSetBuilder::new(wordings.iter().map(|(_, pattern)| whole(pattern)));
        let patterns = patterns.dfa_size_limit(AUTOMATON).build().expect("the patterns are constant");
        Self { kinds: wordings.iter().map(|(kind, _)| *kind).collect(), patterns }
    }

    /// The first wording that matches decides.
    fn kind_of(&self, text: &str) -> Option<FurnitureKind> {
        let text = plain(text)?;
        self.patterns.matches(&text).iter().next().map(|at| self.kinds[at])
    }
}

static WHOLE_LINES: LazyLock<Wordings> = LazyLock::new(|| Wordings::new(LINES));
static LAST_SENTENCES: LazyLock<Wordings> = LazyLock::new(|| Wordings::new(ENDINGS));
static HEADERS: LazyLock<Regex> = LazyLock::new(|| Regex::new(&whole(LIST_HEADER)).expect("the pattern is constant"));

fn whole(pattern: &str) -> String {
    format!("(?i)^(?:{pattern})$")
}

/// With straight apostrophes; `None` where it is too long to be furniture.
fn plain(text: &str) -> Option<Cow<'_, str>> {
    let curly = text.contains(['’', '‘']);
    (text.len() <= LONGEST).then(|| if curly { text.replace(['’', '‘'], "'").into() } else { text.into() })
}

/// What a whole line is, if its wording is that of furniture.
pub(super) fn kind_of_line(line: &str) -> Option<FurnitureKind> {
    WHOLE_LINES.kind_of(line)
}

/// What a sentence at the end of a paragraph is.
pub(super) fn kind_of_ending(sentence: &str) -> Option<FurnitureKind> {
    LAST_SENTENCES.kind_of(sentence)
}

/// Whether a line stands over a list of other articles.
pub(super) fn is_list_header(line: &str) -> bool {
    plain(line).is_some_and(|line| HEADERS.is_match(&line))
}
