//! The wordings of furniture, as agencies, broadcasters, broadsheets, tabloids and local papers put them.
//!
//! A pattern matches a whole line, in any case, with straight apostrophes. It may be no line that an article could hold:
//! prose begins with whom it is about, furniture with what the reader is to do.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::{Regex, RegexSet};

use crate::article::FurnitureKind::{self, Advertisement, CorrectionFooter, Credit, LinkLine, Other, SignUp};

/// A longer line is a paragraph, whatever it begins with.
const LONGEST: usize = 320;

const LINES: &[(FurnitureKind, &str)] = &[
    // Markers of advertisements.
    (Advertisement, r"[-–— ]*(?:advertisements?|advertising|advertorial|adverts?|ads?|werbung|anzeige|publicidad|publicité)[-–—: ]*"),
    (Advertisement, r"(?:ad(?:vertisement)?\W+)?(?:(?:this )?(?:story|article|content|post|report|page|video) continues? (?:below|after|beneath).*|continue reading.*|continues? (?:below|after) .*)"),
    (Advertisement, r"(?:scroll|swipe)(?: down)? (?:for more|to (?:continue|read|keep)|down).*|(?:continue|keep) (?:scrolling|reading) .*"),
    (Advertisement, r"skip (?:past |to |over )?(?:the |this )?(?:ad|advert(?:isement)?|newsletter|promotion|main|content)\b.*|(?:close|hide|remove|report|skip|why this) (?:this )?ads?"),
    (Advertisement, r"(?:sponsored|promoted|paid|partner|branded)(?: (?:content|post|story|stories|links?|by|partner content|for by|and presented by)\b.{0,60})?"),
    (Advertisement, r"(?:content|stories|news|offers|articles|a message|brought to you) (?:from|by) (?:our|its) (?:partners?|sponsors?|advertisers?).{0,40}|around the web|your ad(?:vert)?(?:isement)? (?:could be )?here|ad feedback|supported by"),
    (Advertisement, r"win (?:a|an|one of|tickets|\S+ pairs) .{0,80}(?:see page|page \d|enter|click).{0,40}|.{0,40}(?:special|exclusive) offer.{0,60}(?:click|subscribe|page).{0,40}"),
    // Links to other articles.
    (LinkLine, r"(?:read|see|watch|listen|also|related|more|learn|explore|discover)(?: (?:more|also|next|now|on|this|all|full (?:story|report|article)|the full (?:story|report|article|interview|statement|document)|related|here|about this(?: story)?))*\s*(?:[:|»>]|\s[-–—]\s).{0,200}"),
    (LinkLine, r"(?:(?:must|also|now|next|worth a|further|background|recommended|similar|suggested) (?:read(?:ing)?|watch|stor(?:y|ies)|articles?|links?))\s*[:|»>–—-].{0,200}|(?:recommended|you may also like|don't miss|in case you missed it|up next|live(?: updates| blog)?|in (?:pictures|depth|photos|video)|factbox|explainer|timeline|podcast)\s*[:|].{0,160}"),
    (LinkLine, r"(?:read|see|watch|view|listen)(?: (?:more|also|next|live|all|now|full (?:story|article|report)|the (?:full|video|gallery|clip|moment).{0,120}|again|it here))?[.!:»>]*"),
    (LinkLine, r"(?:read|learn|find out|see|hear|discover) (?:more|much more|the latest|further)(?: (?:news|stories|articles|coverage|details|information))? (?:on|about|from|in|at|of|here)\b[^“”\x22]{0,160}"),
    (LinkLine, r"more (?:on|about) (?:this|the) (?:story|stories|topic|subject|issue)(?:\s*[:|].*)?"),
    (LinkLine, r"(?:please )?(?:click|tap)(?: on)? (?:here|this|the|to|for|below|through)\b[^“”\x22]{0,160}"),
    (LinkLine, r"(?:please )?(?:read|see|find|find out|watch|listen|follow|view|explore|check(?: out)?|get|learn|download|visit|go|take|try|use|register|apply|vote|donate|buy|book|order|catch up|keep up|stay|browse|search|submit|send|share|tell|click|tap|join|continue|for more)\b[^“”\x22]{0,200}\b(?:right |over )?(?:here|below|at this link|on our (?:website|site|page|live ?blog))[.!)]*"),
    (LinkLine, r"(?:you|readers?|subscribers?|members|(?:\w+ ){1,4}(?:readers|subscribers|members))(?: can| may)(?: also| still)? (?:read|see|find|watch|listen|follow|view|explore|check|get|learn|download)\b[^“”\x22]{0,200}\b(?:here|below)[.!)]*"),
    (LinkLine, r"(?:our|the) (?:full|earlier|live|latest|previous|complete) (?:coverage|story|stories|report|reports|analysis|live ?blog|updates|review|interview|list)\b[^“”\x22]{0,120}\b(?:here|below)[.!)]*"),
    (LinkLine, r"(?:for|to (?:read|see|get|find|learn)) (?:more|the full|all|further|our|other|additional)\b[^“”\x22]{0,120}(?:\b(?:click|visit|go to|head to|follow|see our|tap|subscribe|sign up|check out)\b[^“”\x22]{0,100}|\b(?:here|below)[.!]?)"),
    (LinkLine, r"(?:previous|next|older|newer)(?: (?:article|story|post|page|up))?|(?:view|show|see|load|read|browse) (?:all|more|the|our|\d+)?\s*(?:comments?|replies|stories|articles|photos|images|gallery|galleries|posts?|results|slideshow).{0,30}"),
    (LinkLine, r"(?:watch|listen)(?: (?:live|now|again|here|to|video|below|this|the|our))*(?::.{0,160}| (?:podcast|episode|show|clip|video|programme|interview|article|story)\b[^“”\x22.]{0,80})?"),
    (LinkLine, r"(?:video|photos?|gallery|in pictures|pictures|slideshow|live|podcast|graphic|quiz|poll)\s*[:|]\s*[^.“”]{0,140}"),
    // Ways to have something corrected.
    (CorrectionFooter, r"to (?:suggest|report|submit|request|flag|notify us of|inform us of)(?: us)? (?:a |an |any )?(?:\w+ )?(?:corrections?|clarifications?|errors?|mistakes?|typos?|inaccurac(?:y|ies)|problem)\b.{0,200}"),
    (CorrectionFooter, r"(?:you can (?:also )?|please |or |simply )?(?:highlight|select|mark) (?:the |a |any )?(?:piece of |incorrect |wrong )?(?:text|word|error|mistake|passage|typo)\b.{0,60}\b(?:press|hit|click)\b.{0,40}"),
    (CorrectionFooter, r"(?:have you |did you |if you(?:'ve)? |do you )?(?:spot(?:ted)?|see|seen|notice[d]?|found|find|have|think there is) (?:(?:an?|any|some|something|a factual) )?(?:\w+ )?(?:errors?|mistakes?|typos?|inaccurac(?:y|ies)|corrections?|clarifications?|wrong|incorrect|we (?:should|need to) correct)\b.{0,200}"),
    (CorrectionFooter, r"(?:report|suggest|submit|request|send us|flag) (?:a |an |this |any )?(?:corrections?|errors?|mistakes?|typos?|inaccurac(?:y|ies)|problem with this (?:article|story))\b.{0,140}"),
    (CorrectionFooter, r"(?:is there |anything |something )(?:an error|wrong|missing|incorrect|amiss)\b.{0,20}(?:article|story|page|report).{0,120}|(?:help us (?:improve|correct)|corrections and clarifications|(?:for )?corrections?(?: requests?)?\s*:? (?:\S+@\S+|e-?mail|write|contact)).{0,120}"),
    // Credits.
    (Credit, r"\(?(?:(?:additional|further|extra|reporting|writing|editing|edited|compiled|translated|translation|written|produced|production|graphics?|research|contributions?)(?:,? (?:and )?(?:reporting|writing|editing|compiled|edited|research))*) by [^“”\x22]{2,300}"),
    (Credit, r"[^“”\x22.]{0,200}(?:\b[A-Z]\.[^“”\x22.]{0,100})*\b(?:also )?contributed (?:to (?:this|the) (?:report|story|article|piece|post)|(?:additional )?(?:reporting|research))\b.{0,80}"),
    (Credit, r"\(?(?:with )?(?:additional )?(?:files|reporting|inputs?|reports?|additional reporting|agency inputs|material|information) from (?:the )?(?-i:[A-Z])[^“”\x22]{1,120}|with (?:agencies|wires|agency reports|wire reports|pti inputs)|[-–— ]*(?:agencies|(?:\w+ )?staff and (?:agencies|wires?|\w+))"),
    (Credit, r"\(?(?:file |main |cover |top |header |featured? |stock |aerial )?(?:photos?|photographs?|images?|pictures?|pics?|pic|video|footage|graphics?|illustrations?|screenshots?|foto|bild)(?: (?:credits?|courtesy(?: of)?|sources?|copyright|by|from|provided by|supplied(?: by)?|via|taken by|caption))*\s*(?:[:/|,©]|\bby\b|\bcourtesy\b|\bfrom\b|\bprovided\b|\bvia\b)\s*[^“”\x22]{1,140}"),
    (Credit, r"(?:media|image|video|picture|photo) (?:captions?|sources?|copyright|credits?)\b.{0,200}|(?:credits?|source)\s*:\s*[^.“”]{2,80}"),
    (Credit, r"[(\[—–-]*\s*[^“”\x22.]{0,80}(?:/\s*|via |\bfor |\()?(?:ap photo|ap|afp|reuters|getty(?: images)?|epa(?:-efe)?|alamy(?: stock photo)?|shutterstock|istock|pa(?: media| wire| images)?|bloomberg|tass|xinhua|anadolu|zuma(?: press)?|imago|dpa)(?:/[^“”\x22.]{1,60})[)\]]*"),
    (Credit, r"[(\[]*[^“”\x22.,]{2,60}(?:/|\bvia )\s*(?:ap|afp|reuters|getty(?: images)?|epa|alamy|shutterstock|istock|pa|bloomberg|tass|xinhua|anadolu|wire|pool|handout|file|the [A-Z].{2,40})[)\]]*|getty images|(?:photo|image) (?:gallery|removed)"),
    (Credit, r"(?:©|\(c\)|copyright\b|copr\.).{0,250}|.{0,160}\ball rights reserved\b.{0,120}|this (?:material|article|content|story|work|document) (?:may not|must not|cannot|is protected|is published (?:under|here)|was (?:originally|first) (?:published|reported|posted|produced))\b.{0,200}"),
    (Credit, r"our standards\b.{0,80}|(?:the )?.{0,40}\btrust principles\b.{0,20}|this (?:story|article|report) (?:has not been edited|is (?:auto-?generated|syndicated|from))\b.{0,160}"),
    // What the reader is to sign, follow, pay, share, or tell.
    (SignUp, r"(?:sign|log)(?: up| in| on|-up|-in)\b.{0,240}|(?:subscribe|register)(?: (?:now|today|here|for|to|and|with|free)\b.{0,240}|[.!]*)|(?:already|not|not yet|are you) (?:a |an )?(?:subscribed?r?|member|registered|have an account)\b.{0,120}|create (?:a |an |your )?(?:free )?account.{0,80}"),
    (SignUp, r"(?:get|receive|have|want|never miss|don't miss|stay (?:up|on|informed|ahead|connected)|start your day|keep up|catch up|wake up|love)\b[^“”\x22]{0,200}\b(?:inbox|newsletters?|e-?mails?|alerts?|app|briefing|notifications?|subscri\w+|delivered|sign up|text messages?|updates)\b.{0,120}"),
    (SignUp, r"(?:.{1,60} )?newsletters?(?: (?:sign-?up|promotion|signup))?|(?:our|the|a) (?:free |daily |weekly |morning )*newsletters?\b.{0,120}|.{0,120}\b(?:to|in) your (?:inbox|mailbox|e-?mail)\b.{0,120}|(?:enter|enter your|your) e-?mail(?: address)?.{0,60}"),
    (SignUp, r"(?:download|install|try) (?:the|our|a)\b[^“”\x22]{0,60}\bapp\b.{0,140}|(?:follow|like|find|join|connect with|tag|message|add|watch|tweet) (?:us|@\w+)\b.{0,200}|(?:follow|like|find|join|subscribe to) [^“”\x22.]{1,100} (?:on|via|at) (?:our )?(?:twitter|x|facebook|instagram|telegram|whatsapp|youtube|linkedin|tiktok|threads|bluesky|google news|mastodon|snapchat|social media|apple news|spotify)\b.{0,140}|follow the (?:author|reporter|writer)\b.{0,100}"),
    (SignUp, r"join (?:the|our)(?: \w+){0,3} (?:conversation|discussion|debate|community|group|channel|club|mailing list|thousands)\b.{0,140}|(?:leave|post|add|write|submit) (?:a |your )(?:comment|reply|thoughts)\b.{0,60}|\d+ (?:comments?|shares?|replies)|comments?(?: \(\d+\)| are closed| have been closed)?[.]?|what do you think\?.{0,120}|(?:let us know|tell us|have your say|share your (?:thoughts|views|story|experience))\b.{0,200}"),
    (SignUp, r"(?:become|be|sign on as) (?:a|an|our) (?:\w+ )?(?:member|patron|supporter|subscriber|friend|donor)\b.{0,160}|(?:please |help |consider )*(?:support|supporting|donate|donating|contribute to|give to|fund|back)\b[^“”\x22]{0,120}\b(?:journalism|newsrooms?|independent|reporting|work|us|news|site|today|here|now|subscri\w+|donat\w+|member\w*)\b.{0,160}"),
    (SignUp, r"if you (?:like|liked|enjoy|enjoyed|value|appreciate|found|find|want|would like|believe|care)\b[^“”\x22]{0,160}\b(?:support|donat\w+|subscri\w+|share|consider|sign up|follow|join|member\w*|newsletter|contribut\w+|here|click)\b.{0,160}"),
    (SignUp, r"[^“”\x22]{2,60} (?:is|are) (?:run by volunteers|(?:entirely |wholly |fully )?(?:funded|supported|paid for|made possible) by (?:its|our|your|you|readers?|the readers?|people like you|donations))\b.{0,200}"),
    (SignUp, r"(?:by (?:signing up|subscribing|clicking|submitting|registering|continuing|providing|entering)\b.{0,60}|i |you )(?:you )?(?:agree|accept|consent|acknowledge|confirm) .{0,40}\b(?:terms|privacy|policy|to receive|conditions)\b.{0,160}|(?:you can )?(?:unsubscribe|opt out)\b.{0,100}|(?:view|read|see) our (?:privacy|terms|cookie)\b.{0,80}|this site is protected by recaptcha.{0,160}|thank(?:s| you) for (?:subscribing|signing up|reading|registering|your (?:support|interest))\b.{0,160}"),
    (SignUp, r"(?:share|print|e-?mail|tweet|save|bookmark|copy|pin|send|gift|facebook|twitter|x|whatsapp|linkedin|reddit|pinterest|telegram|messenger|flipboard|instagram|threads|bluesky|listen|a ?a|comment)(?:[ ,|/·•]+(?:and |to |by |via |on |a |it |the |link|url|this|article|story|page|post|friend|share|print|e-?mail|tweet|save|bookmark|copy|pin|send|facebook|twitter|x|whatsapp|linkedin|reddit|pinterest|telegram|messenger|flipboard|instagram|threads|bluesky|comment|options|clipboard)){0,12}[:.]?|share\s*:.{0,120}|(?:share|print|save|gift|e-?mail|bookmark) (?:this|the) (?:article|story|page|post|report|video)\b.{0,60}|(?:link copied|copied).{0,20}"),
    (SignUp, r"(?:do|did|are|have|were|has|is|got|know|want) (?:you|your|a|any)\b[^“”]{0,160}\?\s*(?:please |you can |then |we )?(?:call|contact|e-?mail|get in touch|write|text|tell|ring|share|let us|send|want to hear|message|drop|fill|join|click|follow)\b.{0,200}|got (?:a|any|something)\b[^“”]{0,100}\?.{0,160}"),
    (SignUp, r"(?:you can |please |or |to )?(?:contact|call|e-?mail|reach|ring|message|text|write to|get in touch with|tweet) (?:us|our|the (?:author|reporter|writer|newsroom|newsdesk|news desk|editor)|(?:\w+ ){1,3}(?:at|on))\b[^“”\x22]{0,30}(?:\bat\b|\bon\b|\bvia\b|\bby\b|:|@).{0,140}|(?:send|e-?mail) (?:your |any |us )?(?:tips|news|story|stories|letters|questions|comments|photos|pictures)\b.{0,160}"),
    (SignUp, r"(?:this (?:article|story|content|page|feature) is (?:only |exclusively |reserved )?(?:for|available to|free|unlocked)|you (?:have|'ve) (?:reached|read|used|hit)\b.{0,60}\b(?:articles?|limit|stories)|to (?:continue|keep) reading|(?:unlock|access|enjoy|get) (?:this|unlimited|full|all)\b.{0,40}(?:article|access|content|subscri\w+|digital)|(?:start|try|begin) (?:your|a) (?:free )?(?:trial|subscription))\b.{0,160}"),
    // The rest of a page's machinery.
    (Other, r"this is a (?:developing|breaking)(?: news)? (?:story|news|situation)\b.{0,160}|(?:more (?:to follow|details (?:soon|to follow|to come)|soon|to come)|check back (?:for|soon|later|here)\b.{0,80}|(?:this|the) (?:story|article|page|post) (?:will|is) be(?:ing)? updated\b.{0,120}|(?:please )?refresh (?:this|the) page\b.{0,80})[. ]*"),
    (Other, r"(?:\d+|an?|one|two|three|four|five)[ -]?min(?:ute)?s?[. ]*(?:read|listen|watch)?(?:ing time)?|reading time\b.{0,20}|(?:(?:first |last )?(?:published|posted|updated|modified)\s*:?\s*)(?:\d+|an?|one) (?:min(?:ute)?s?|hours?|days?|weeks?|months?)\.? ago|(?:\d+|an?) (?:minutes?|hours?|days?|weeks?) ago"),
    (Other, r"(?:back to|return to|go to|skip to|jump to) (?:the )?(?:top|home|homepage|main|content|navigation|start|beginning|story|article|comments)\b.{0,30}|(?:click|tap|press|swipe|drag) (?:on )?(?:to )?(?:expand|enlarge|play|zoom|unmute|listen|close|open|view|see more)\b.{0,60}|(?:enlarge|expand|toggle|close|open|hide|show) (?:this |the )?(?:image|caption|menu|gallery|photo|more|video|player|sidebar)s?"),
    (Other, r"(?:we|this (?:site|website|page)) (?:and our partners )?uses? cookies\b.{0,240}|(?:accept|manage|reject|allow)(?: all)? (?:cookies|preferences)\b.{0,60}|(?:please )?(?:enable|turn on|activate) (?:javascript|cookies)\b.{0,120}|(?:your browser|javascript)\b.{0,60}\b(?:not support|disabled|required|enabled)\b.{0,100}|(?:this|the|sorry, this|sorry, the) (?:video|content|media|audio|live ?stream|image|file)\b.{0,20}\b(?:can ?not|can't|could not|is not|isn't|is no longer|is unavailable|has been removed)\b.{0,80}|(?:loading|buffering|please wait)[. …]*|this is a modal window\.?|(?:play|pause|mute|unmute|fullscreen)(?: video| audio)?"),
    (Other, r"(?:filed under|tags?|topics?|keywords?|categor(?:y|ies)|section|posted in|in this (?:article|story)|mentioned in this (?:article|story))\s*:.{0,200}|(?:editor's (?:picks?|choice))|\*{3,}|[-–—_=]{3,}|#{1,3}|•+"),
    (Other, r"opinions expressed\b.{0,200}|the (?:views|opinions) expressed\b.{0,240}|disclaimer\s*:.{0,280}|\d+ (?:photos?|images?|pictures?|views?|likes?)|\d+ of \d+"),
];

/// What stands over a list of other articles.
const LIST_HEADER: &str = r"(?:other (?:topics|stories|news|articles|headlines)(?: of interest| you (?:may|might) like)?|related(?: (?:articles?|stories|story|topics?|coverage|links?|content|news|posts?|reading|videos?|items))?|more (?:from|on|about|in|like) [^.“”:]{2,50}|more (?:stories|news|coverage|headlines|articles|to read|top stories|for you)(?: (?:from|on|in|about) [^.“”:]{2,40})?|(?:read|also read|up|watch) next|you (?:may|might)(?: also| have)* (?:like|enjoy|missed?|be interested in)[^.“”:]{0,30}|recommended(?: (?:for you|stories|reading|articles|videos|by .{2,20}))?|don't miss|in case you missed it|top (?:stories|news|headlines|reads|articles)(?: .{2,20})?|(?:the )?latest(?: (?:news|stories|headlines|articles|videos))?(?: (?:from|on|in) [^.“”:]{2,40})?|(?:most|best) (?:read|popular|viewed|shared|watched|commented)(?: (?:in|on|articles|stories|this|now) ?[^.“”:]{0,30})?|trending(?: (?:now|stories|topics|on .{2,30}|articles))?|editors?'?s?'? (?:picks?|choice)|what to (?:read|watch) next|further reading|keep reading|must[- ]reads?|(?:promoted|sponsored|featured|popular|similar|recent|suggested) (?:stories|links|content|articles|posts|now|videos|from .{2,30})|from (?:around|across|elsewhere on) the (?:web|site|bbc)|elsewhere on .{2,30}|what else (?:we're|you should be) reading|key (?:stories|reads))\s*[:»>]?";

/// A last sentence that may be glued to a paragraph: narrower than a line of its own, for it stands in prose.
const ENDINGS: &[(FurnitureKind, &str)] = &[
    (Other, r"this is a (?:developing|breaking)(?: news)? story\b.{0,80}|(?:check back|refresh)\b.{0,60}\bupdates\.?"),
    (LinkLine, r"(?:you can )?(?:read|see|find|watch|listen to|follow|view|learn|find out|get|click|explore) (?:more|our|the full|all|here|live|the latest|about)\b[^“”\x22]{0,160}\bhere[.!)]*"),
    (LinkLine, r"(?:read|learn|see|find out) more(?: (?:here|about it|details))?[.:»>]*|click here\b.{0,100}|(?:read|see) (?:also|more)\s*:.{0,160}|[^“”\x22]{0,80}\b(?:readers|subscribers|members) can (?:read|see|find|watch)\b[^“”\x22]{0,160}\bhere[.!)]*"),
    (Credit, r"[(\[](?:additional |further )?(?:reporting|writing|editing|compiled|edited|translated|photo|image|picture|with (?:inputs|reporting|files))\b[^“”\x22]{0,250}[)\]]\.?"),
    (Credit, r"(?:additional )?reporting by (?-i:[A-Z])[^“”\x22]{2,160}|.{0,120} contributed to this (?:report|story|article)\.|©.{0,120}"),
    (SignUp, r"(?:if you (?:find|found|like|enjoy)\b[^“”\x22]{0,80}|you can )(?:you can )?(?:support|donate to|subscribe to) us\b[^“”\x22]{0,60}|(?:sign up|subscribe) (?:here|now|today|to (?:our|the|receive|get))\b[^“”\x22]{0,160}|follow us on\b.{0,100}|support us here\.?"),
    (CorrectionFooter, r"to (?:suggest|report|submit) (?:a |an )?(?:correction|clarification|error|typo)\b.{0,120}|(?:spotted|noticed|seen) (?:a |an )(?:\w+ )?(?:error|mistake|typo)\?.{0,100}"),
];

struct Wordings {
    kinds: Vec<FurnitureKind>,
    patterns: RegexSet,
}

impl Wordings {
    fn new(wordings: &[(FurnitureKind, &str)]) -> Self {
        let patterns = wordings.iter().map(|(_, pattern)| whole(pattern));
        let patterns = RegexSet::new(patterns).expect("the patterns are constant");
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
