"""The shape of a piece: what its letters looked like before the uncased vocabulary, whether a quotation is open, where a paragraph begins.

The Rust side computes the same number for each piece (`crates/sayso-model/src/shape.rs`);
`models/standard/reference.json` holds outputs that both must agree on.
"""

CASES = 6  # lower or other, Capitalised, UPPER, miXed, digits, punctuation
QUOTES = 3  # outside, inside, the mark itself
BREAKS = 3  # none, first of a line, first of a paragraph
SHAPES = CASES * QUOTES * BREAKS

OPENING, CLOSING, STRAIGHT = "“„«", "”»", '"'


def case_of(word):
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 4 if any(c.isdigit() for c in word) else 5
    if letters[0].isupper():
        if all(c.isupper() for c in letters):
            return 2 if len(letters) > 1 else 1
        return 3 if any(c.isupper() for c in letters[1:]) else 1
    return 3 if any(c.isupper() for c in letters) else 0


def quote_states(text):
    """One state a character. A paragraph starts outside, whatever the one before left open: news style repeats the opening mark."""
    states, inside, before = [], False, "\n"
    for i, c in enumerate(text):
        if c == "\n" and before == "\n":
            inside = False
        mark = True
        if c in OPENING:
            inside = True
        elif c in CLOSING:
            inside = False
        elif c == STRAIGHT:
            inside = (not inside) if inside else before.isspace() or before in "([—–-‘'"
        else:
            mark = False
        states.append(2 if mark else 1 if inside else 0)
        before = c
    return states


def breaks(text, starts):
    """For each piece start (ascending): 2 where a blank line or the text's beginning stands before it, 1 where a line end does."""
    out, previous = [], 0
    for s in starts:
        newlines = text.count("\n", previous, s)
        out.append(2 if newlines > 1 or not out else min(newlines, 1))
        previous = s
    return out


def shapes(text, words, offsets):
    """words: the [start, end) of each piece's whole word; offsets: of the piece itself."""
    quotes = quote_states(text)
    lines = breaks(text, [s for s, _ in offsets])
    return [
        (case_of(text[ws:we]) * QUOTES + quotes[s]) * BREAKS + b
        for (ws, we), (s, _), b in zip(words, offsets, lines)
    ]
