"""What can be shaped in a bank's voice: which curves it takes, predicts or lets derive."""

from __future__ import annotations

from dataclasses import dataclass

from engine.types import Parameter
from engine.voicebank.bank import Voicebank


@dataclass(frozen=True, slots=True, kw_only=True)
class Abilities:
    """The parameters of a voice, read from its configs; no model is opened.

    ``heard``: those whose edits change the sound, in the order of `Parameter`. ``predicted``: those
    of them that its models make by themselves. ``derives_energy``: energy is the level of voicing
    and breathiness together, and moves both.
    """

    heard: tuple[Parameter, ...] = tuple(Parameter)
    predicted: frozenset[Parameter] = frozenset()
    derives_energy: bool = False
    colours: tuple[str, ...] = ()

    def is_heard(self, parameter: Parameter) -> bool:
        """Whether an edit of the parameter can be heard."""
        return parameter in self.heard

    @property
    def predicts_pitch(self) -> bool:
        """Whether a model sings the pitch, and not the notes alone."""
        return Parameter.PITCH in self.predicted


def abilities_of(bank: Voicebank) -> Abilities:
    """What a bank declares."""
    acoustic, variance, pitch = bank.acoustic.config, bank.variance, bank.pitch
    taken = {
        Parameter.ENERGY: acoustic.use_energy_embed,
        Parameter.BREATHINESS: acoustic.use_breathiness_embed,
        Parameter.VOICING: acoustic.use_voicing_embed,
        Parameter.TENSION: acoustic.use_tension_embed,
        Parameter.GENDER: acoustic.use_key_shift_embed,
        Parameter.VELOCITY: acoustic.use_speed_embed,
    }
    heard = {name for name, is_taken in taken.items() if is_taken}
    derives_energy = (
        Parameter.ENERGY not in heard and {Parameter.VOICING, Parameter.BREATHINESS} <= heard
    )
    predicted: set[Parameter] = set()
    if variance is not None:
        made = {
            Parameter.ENERGY: variance.config.predict_energy,
            Parameter.BREATHINESS: variance.config.predict_breathiness,
            Parameter.VOICING: variance.config.predict_voicing,
            Parameter.TENSION: variance.config.predict_tension,
        }
        predicted |= {name for name, is_made in made.items() if is_made} & heard
    if pitch is not None:
        predicted.add(Parameter.PITCH)
    if derives_energy:
        heard.add(Parameter.ENERGY)
    if pitch is not None and pitch.config.use_expr:
        heard.add(Parameter.EXPRESSIVENESS)
    # Another register is heard in what is predicted for it, and in the timbre where the vocoder
    # sings the written pitch all the same.
    if predicted - {Parameter.PITCH} or (bank.vocoder and bank.vocoder.pitch_controllable):
        heard.add(Parameter.TONE_SHIFT)
    heard |= {Parameter.PITCH, Parameter.DYNAMICS}
    return Abilities(
        heard=tuple(name for name in Parameter if name in heard),
        predicted=frozenset(predicted),
        derives_energy=derives_energy,
        colours=tuple(colour.name for colour in bank.colours),
    )
