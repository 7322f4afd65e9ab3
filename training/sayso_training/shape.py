"""The shape of a piece: what its letters looked like before the uncased vocabulary, whether a quotation is open, where a paragraph begins.

The Rust side computes the same number for each piece (`crates/sayso-model/src/shape.rs`);
`models/standard/reference.json` holds outputs that both must agree on.
"""

CASES = 6  # lower or other, Capitalised, UPPER, miXed, digits, punctuation
QUOTES = 3  # outside, inside, the mark itself
BREAKS = 3  # none, first of a line, first of a paragraph
SHAPES = CASES * QUOTES * BREAKS

OPENING, CLOSING, STRAIGHT = "“„«", "”»", '"'
SINGLE_OPENING, SINGLE_CLOSING = "‘'", "’'"
SHORTEST = 3  # a single quotation holds two letters at least: "rock 'n' roll" holds none
BEFORE_A_MARK = "([{—–-/:"  # beside white space, what stands before a mark that opens


def case_of(word):
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 4 if any(c.isdigit() for c in word) else 5
    if letters[0].isupper():
        if all(c.isupper() for c in letters):
            return 2 if len(letters) > 1 else 1
        return 3 if any(c.isupper() for c in letters[1:]) else 1
    return 3 if any(c.isupper() for c in letters) else 0


def opens_at(text, i, end):
    """Whether a single mark at `i` could open a quotation: at the head of a word."""
    before, after = text[i - 1] if i else "\n", text[i + 1] if i + 1 < end else "\n"
    return text[i] in SINGLE_OPENING and (before.isspace() or before in BEFORE_A_MARK) and (after.isalpha() or text[i] == "‘" and after.isdigit())


def ascii_opens_at(text, i, end):
    """Whether two apostrophes that stand for a double mark could open a quotation at `i`."""
    before = text[i - 1] if i else "\n"
    return text[i : i + 2] == "''" and i + 2 < end and text[i + 2].isalpha() and (before.isspace() or before in BEFORE_A_MARK)


def closes_at(text, i, end):
    """Whether a single mark at `i` could close a quotation: behind a word or its punctuation, and before no letter."""
    before, after = text[i - 1] if i else "\n", text[i + 1] if i + 1 < end else "\n"
    return text[i] in SINGLE_CLOSING and not before.isspace() and not after.isalnum()


def closing_of(text, start, end):
    """Where a single quotation that opens at `start` closes: at the first mark that is no possessive of a word in s, else at the first;
    None where the next mark that opens, or the paragraph's end, comes before."""
    possessive = None
    for i in range(start + SHORTEST, end):
        if opens_at(text, i, end):
            break
        if closes_at(text, i, end):
            if text[i - 1] != "s":
                return i
            possessive = possessive or i
    return possessive


def quote_states(text):
    """One state a character. A paragraph starts outside, whatever the one before left open: news style repeats the opening mark."""
    states, start = [], 0
    for paragraph in text.split("\n\n"):
        end = start + len(paragraph)
        states += paragraph_states(text, start, end)
        states += [0] * min(2, len(text) - end)
        start = end + 2
    return states


def paragraph_states(text, start, end):
    """0 outside of quotations, 1 inside, 2 a mark. Single marks are quotations outside of double ones only."""
    states, inside, close = [0] * (end - start), False, None
    for i in range(start, end):
        c, before, after = text[i], text[i - 1] if i > start else "\n", text[i + 1] if i + 1 < end else "\n"
        mark = True
        if i == close:
            inside, close = False, None
        elif close is not None:
            mark = False
        elif c in OPENING or c == after == "`" or not inside and ascii_opens_at(text, i, end):
            inside = True
        elif c in CLOSING or c == after == "'" and inside:
            inside = False
        elif c == before and states[i - 1 - start] == 2 and c in "`'":
            pass
        elif c == STRAIGHT:
            inside = (not inside) if inside else before.isspace() or before in BEFORE_A_MARK + "‘'"
        elif not inside and opens_at(text, i, end) and (close := closing_of(text, i, end)):
            inside = True
        else:
            mark = False
        states[i - start] = 2 if mark else 1 if inside else 0
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
