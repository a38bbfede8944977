"""HTS full-context labels with our own times.

Every run of sung phonemes between rests becomes one flat accent phrase, so that the
spectral models see no accent and the timbre depends on the phonemes alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kana import RESTS, WORD_STARTS
from timing import HTS_TICKS_PER_FRAME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from phrases import Phoneme

_NO_PHRASE = "/B:xx-xx_xx/C:xx_xx+xx/D:xx+xx_xx/E:xx_xx!xx_xx-xx/F:xx_xx#xx_xx@xx_xx|xx_xx"


def full_context_labels(phonemes: Sequence[Phoneme]) -> list[str]:
    """Write the label lines of a phrase.

    Parameters
    ----------
    phonemes : sequence of Phoneme
        The phrase; first and last are rests.

    Returns
    -------
    list of str
        One line each: start and end in 100 ns, then the full-context name.
    """
    names = ["pau" if p.symbol in RESTS else p.symbol for p in phonemes]
    names[0] = names[-1] = "sil"
    groups = _breath_groups(names)
    n_groups = len(groups)
    n_morae = [sum(phonemes[i].symbol in WORD_STARTS for i in group) for group in groups]
    group_of = {i: number for number, group in enumerate(groups) for i in group}
    lines = []
    mora = 0
    for i, phoneme in enumerate(phonemes):
        around = [names[j] if 0 <= j < len(names) else "xx" for j in range(i - 2, i + 3)]
        context = "{}^{}-{}+{}={}".format(*around)
        tail = f"/K:{n_groups}+{n_groups}-{sum(n_morae)}"
        if i in group_of:
            group = group_of[i]
            n = n_morae[group]
            if i == groups[group][0]:
                mora = 1
            context += (
                f"/A:{mora - n}+{mora}+{n - mora + 1}/B:xx-xx_xx/C:06_xx+xx/D:xx+xx_xx"
                f"/E:xx_xx!xx_xx-xx/F:{n}_{n}#0_xx@1_1|1_{n}/G:xx_xx%xx_xx_xx/H:xx_xx"
                f"/I:1-{n}@{group + 1}+{n_groups - group}&{group + 1}-{n_groups - group}"
                f"|1+{sum(n_morae)}/J:xx_xx"
            )
            if phoneme.symbol in WORD_STARTS:
                mora = min(mora + 1, n)
        else:
            context += f"/A:xx+xx+xx{_NO_PHRASE}/G:xx_xx%xx_xx_xx/H:xx_xx"
            context += "/I:xx-xx@xx+xx&xx-xx|xx+xx/J:xx_xx"
        start = phoneme.start_frame * HTS_TICKS_PER_FRAME
        end = phoneme.end_frame * HTS_TICKS_PER_FRAME
        lines.append(f"{start} {end} {context}{tail}")
    return lines


def _breath_groups(names: Sequence[str]) -> list[list[int]]:
    """Indices of sung phonemes between rests."""
    groups: list[list[int]] = [[]]
    for i, name in enumerate(names):
        if name in ("pau", "sil"):
            if groups[-1]:
                groups.append([])
        else:
            groups[-1].append(i)
    return groups if groups[-1] else groups[:-1]
