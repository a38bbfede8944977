"""What a bank lets shape follows from its configs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec

from engine.types import Parameter
from engine.voicebank.abilities import Abilities, abilities_of
from engine.voicebank.bank import load_bank

NAGI = Path(__file__).resolve().parents[3] / "voicebanks" / "nagi"


def with_acoustic(bank, **changes):
    config = msgspec.structs.replace(bank.acoustic.config, **changes)
    return replace(bank, acoustic=replace(bank.acoustic, config=config))


def test_the_built_in_voice_takes_the_parts_of_energy_and_derives_the_whole():
    found = abilities_of(load_bank(NAGI))
    assert found.derives_energy
    assert found.predicts_pitch
    assert Parameter.ENERGY in found.heard
    assert Parameter.ENERGY not in found.predicted
    assert {Parameter.BREATHINESS, Parameter.VOICING, Parameter.TENSION} < found.predicted
    assert not found.is_heard(Parameter.GENDER)
    assert not found.is_heard(Parameter.VELOCITY)
    assert found.is_heard(Parameter.EXPRESSIVENESS)
    assert found.colours == ("clear", "dusk")


def test_a_bank_that_takes_energy_does_not_derive_it():
    bank = with_acoustic(load_bank(NAGI), use_energy_embed=True, use_voicing_embed=False)
    found = abilities_of(bank)
    assert found.is_heard(Parameter.ENERGY)
    assert not found.derives_energy
    assert not found.is_heard(Parameter.VOICING)
    assert Parameter.VOICING not in found.predicted


def test_a_bank_with_nothing_but_an_acoustic_model_still_has_pitch_and_dynamics():
    bank = with_acoustic(
        load_bank(NAGI),
        use_breathiness_embed=False,
        use_voicing_embed=False,
        use_tension_embed=False,
        use_key_shift_embed=True,
    )
    found = abilities_of(replace(bank, variance=None, pitch=None, vocoder=None))
    assert found.heard == (Parameter.PITCH, Parameter.GENDER, Parameter.DYNAMICS)
    assert found.predicted == frozenset()


def test_of_a_voice_that_is_not_known_everything_can_be_shaped():
    assert Abilities().heard == tuple(Parameter)
