"""Everything of the bank that is not a model: texts, dictionaries, pictures.

Run ``python build/voice/bank_texts.py voicebanks/nagi``.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Final

from colours import COLOURS
from dictionaries import dictionary_files
from fetch_source import SOURCE_LICENCE
from files import write_atomically
from portrait import icon_svg, png_bytes, portrait_svg

NAME: Final = "Nagi"
VERSION: Final = "1.0"
AUTHOR: Final = "Melisma contributors"
CREDIT: Final = (
    "Made from the HTS voice mei, Nagoya Institute of Technology / MMDAgent project"
    " (CC BY 3.0, https://creativecommons.org/licenses/by/3.0/)."
    " Modified: vocal tract warped, resynthesised as singing, models trained on the result."
)

README: Final = f"""Nagi
====

Nagi (calm sea) is the singing voice that comes with Melisma: a DiffSinger voicebank for
Japanese, in two colours.

  clear   bright and forward
  dusk    darker and softer, with more breath

Lyrics: hiragana, katakana, romaji (Hepburn and Kunrei-shiki); "br" or "AP" is a breath,
"+" carries the vowel on.

How it was made
---------------
Nobody was recorded for Nagi. Phrases were planned from a seed, spoken as mel-cepstra by
an HTS voice, given other vocal tracts, sung by a synthesiser with pulse train and noise,
and the models of this bank were trained on those recordings. The recipe is in
build/voice of the Melisma sources; anyone can run it again.

Licence and credit
------------------
This voicebank is licensed under the Creative Commons Attribution 4.0 International
licence (CC BY 4.0), https://creativecommons.org/licenses/by/4.0/
Copyright {AUTHOR}.

It is adapted from this work:

  HTS voice mei (mei_normal)
  Released by the MMDAgent Project Team
  Copyright (c) 2009-2013 Nagoya Institute of Technology, Department of Computer Science
  Creative Commons Attribution 3.0 (CC BY 3.0)
  https://creativecommons.org/licenses/by/3.0/
  Modified: vocal tract warped, resynthesised, trained.

If you share this bank, or a voice adapted from it, keep both credits. Songs sung with it
are yours; naming the voice is welcome and not required by us. Nagi is a character of its
own: neither Nagoya Institute of Technology nor the MMDAgent project has endorsed it or
its use.
"""

LICENSE: Final = f"""Nagi voicebank
Copyright {AUTHOR}

Licensed under the Creative Commons Attribution 4.0 International licence (CC BY 4.0).
Full text: https://creativecommons.org/licenses/by/4.0/legalcode

You may share and adapt this voicebank, also commercially, if you give credit, link the
licence and say what you changed. It comes without warranty.

Adapted from:
  {SOURCE_LICENCE}
  Copyright (c) 2009-2013 Nagoya Institute of Technology, Department of Computer Science
  Modified: vocal tract warped, resynthesised, trained.
  Full text: https://creativecommons.org/licenses/by/3.0/legalcode

Credit line to use:
  Nagi voicebank by {AUTHOR} (CC BY 4.0), adapted from the HTS voice mei,
  Nagoya Institute of Technology / MMDAgent project (CC BY 3.0).

No endorsement by Nagoya Institute of Technology or the MMDAgent project is implied.
"""


def character_txt() -> str:
    """Text of ``character.txt``, which makes editors find the bank."""
    return (
        f"name={NAME}\nimage=icon.png\nauthor={AUTHOR}\n"
        f"version={VERSION}\nweb=https://creativecommons.org/licenses/by/4.0/\n{CREDIT}\n"
    )


def character_yaml() -> str:
    """Text of ``character.yaml``: name, pictures, colours, credits."""
    lines = [
        f'name: "{NAME}"',
        'localized_names: {"ja-JP": "凪"}',
        'singer_type: "diffsinger"',
        'text_file_encoding: "utf-8"',
        'image: "icon.png"',
        'portrait: "portrait.png"',
        "portrait_opacity: 0.67",
        f'author: "{AUTHOR}"',
        'voice: "synthesised; see readme.txt"',
        f'version: "{VERSION}"',
        'default_phonemizer: "OpenUtau.Core.DiffSinger.DiffSingerJapanesePhonemizer"',
        f'licence: "CC BY 4.0. {CREDIT}"',
        f'other_info: "{CREDIT}"',
        "subbanks:",
    ]
    for colour in COLOURS:
        lines.append(f'  - {{color: "{colour}", prefix: "", suffix: "{colour}"}}')
    return "\n".join(lines) + "\n"


def write_bank_texts(bank: Path) -> list[Path]:
    """Write all texts and pictures into a bank folder.

    Parameters
    ----------
    bank : Path
        Folder of the bank, made if missing; models in it stay.

    Returns
    -------
    list of Path
        The files written.
    """
    texts = {
        "readme.txt": README,
        "LICENSE": LICENSE,
        "character.txt": character_txt(),
        "character.yaml": character_yaml(),
        "portrait.svg": portrait_svg(),
        "icon.svg": icon_svg(),
        **dictionary_files(),
    }
    content = {name: text.encode() for name, text in texts.items()}
    content["portrait.png"] = png_bytes("portrait")
    content["icon.png"] = png_bytes("icon")
    for name, data in content.items():
        write_atomically(bank / name, data)
    return [bank / name for name in content]


def main() -> int:
    """Read the command line and write the files."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("bank", type=Path, help="folder of the voicebank")
    given = parser.parse_args()
    try:
        written = write_bank_texts(given.bank)
    except OSError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{len(written)} files in {given.bank}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
