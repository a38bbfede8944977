"""One phrase through all stages: pitch, variances, acoustic model, vocoder, gain."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.cache.keys import KeyHasher
from engine.errors import ScoreError
from engine.inference import acoustic, linguistic, pitch, sampling, variance, vocoder
from engine.inference.linguistic import Encoded
from engine.render import curves as curve_math
from engine.render.colours import ColourMix
from engine.render.curves import FrameClock, StoredCurve, settle_curves, stored_curve
from engine.render.memory import PhraseMemory, Remembered
from engine.render.phrase import PhraseFrames, PhraseScore
from engine.render.retakes import (
    Chain,
    Step,
    chain_keys,
    laid_over,
    newest_kept,
    retake_weights,
    variance_steps,
)
from engine.render.score_pitch import score_pitch_midi, written_semitones
from engine.render.stages import Draw, ModelRunner, Work
from engine.render.strokes import Strokes, edited_ranges_ms, find_strokes
from engine.types import (
    CurveLayers,
    Float32Array,
    GeneratedCurve,
    GeneratedPhrase,
    Int64Array,
    Parameter,
    PhraseResult,
    RangeTake,
    RenderRequest,
    Stage,
)
from engine.units import midi_to_hz
from engine.voicebank.bank import ModelFolder, VocoderConfig, Voicebank

STAGE_VERSION = 2
Float64Array = npt.NDArray[np.float64]
Feeds = dict[str, npt.NDArray[Any]]
Curves = Mapping[Parameter, Float32Array]

# Sung where a bank takes a parameter and predicts it not: middling levels of a sung vowel.
_FLAT = {
    Parameter.ENERGY: -22.0,
    Parameter.VOICING: -23.0,
    Parameter.BREATHINESS: -45.0,
    Parameter.TENSION: 0.0,
}
_SILENT_DB = -96.0
# Models take a phrase as a whole, and their memory grows with it: about 1 GB at this length.
MAX_PHRASE_MS = 120_000.0
_SILENCE = "SP"
_DYNAMICS_STEP = 32  # samples


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseSinger:
    """Sings single phrases of one request."""

    request: RenderRequest
    bank: Voicebank
    vocoder: VocoderConfig
    mix: ColourMix
    runner: ModelRunner
    work: Work
    memory: PhraseMemory
    base: tuple[Hashable, ...]  # what all phrases of the request are made from

    def remembered(self, score: PhraseScore) -> PhraseResult | None:
        """The phrase as it was sung last, if nothing of it has changed since."""
        if not self.work.use_cache:
            return None
        found: Remembered | None = self.memory.find(self.request, score, self.mix, self.base)
        if found is None:
            return None
        for meter in self.work.meters:
            for stage, count in found.counts.items():
                meter.stages[stage].hits += count
        return found.result

    @property
    def n_acoustic_steps(self) -> int:
        """Steps that the acoustic model takes for a phrase that is done."""
        wanted = self.request.settings.acoustic_steps
        return _n_steps(self.bank.acoustic, wanted, Stage.ACOUSTIC)

    def draft(
        self, score: PhraseScore, n_acoustic_steps: int, on_stage: Callable[[Stage], None]
    ) -> tuple[PhraseResult, bool]:
        """A phrase from fewer acoustic steps, and whether it is one: False where all were known.

        Everything else is as in the phrase itself, which nothing of this is mistaken for: steps
        are among the inputs that every key is made of, and drafts are not remembered.

        Raises
        ------
        EngineError
            When this phrase cannot be sung.
        Cancelled
        """
        run = _PhraseRun(self, score, on_stage)
        result = run.sing(n_draft_steps=n_acoustic_steps)
        return result, run.is_draft

    def sing(self, score: PhraseScore, on_stage: Callable[[Stage], None]) -> PhraseResult:
        """All stages of a phrase; each is told to ``on_stage`` before it begins.

        Raises
        ------
        EngineError
            When this phrase cannot be sung.
        Cancelled
        """
        before = self.work.meters[0].copy_stages()
        result = _PhraseRun(self, score, on_stage).sing()
        if self.work.use_cache:
            after = self.work.meters[0].stages
            counts = {
                stage: after[stage].runs + after[stage].hits - before[stage].runs - count.hits
                for stage, count in before.items()
            }
            self.memory.keep(self.request, score, self.mix, self.base, result, counts)
        return result


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Words:
    """A phrase in one model's own numbers, int64 [N] and [W]."""

    tokens: Int64Array
    languages: Int64Array | None
    word_div: Int64Array
    word_dur: Int64Array


def _n_steps(folder: ModelFolder, wanted: int | None, stage: Stage) -> int:
    default = {
        Stage.PITCH: sampling.DEFAULT_PITCH_STEPS,
        Stage.VARIANCE: sampling.DEFAULT_VARIANCE_STEPS,
        Stage.ACOUSTIC: sampling.DEFAULT_ACOUSTIC_STEPS,
    }[stage]
    return max(1, wanted or folder.config.default_steps or default)


def _straight_between(ratio: Float32Array, n_samples: int) -> Float32Array:
    """Values that stand `_DYNAMICS_STEP` samples apart, at every sample."""
    way = np.arange(_DYNAMICS_STEP, dtype=np.float32) / np.float32(_DYNAMICS_STEP)
    lines = ratio[:-1, None] + np.diff(ratio)[:, None] * way
    return np.asarray(lines.reshape(-1)[:n_samples])


class _PhraseRun:
    """What the stages of one phrase share."""

    def __init__(
        self, singer: PhraseSinger, score: PhraseScore, on_stage: Callable[[Stage], None]
    ) -> None:
        self.request, self.bank, self.vocoder = singer.request, singer.bank, singer.vocoder
        self.mix, self.runner, self.work = singer.mix, singer.runner, singer.work
        self.score, self.on_stage = score, on_stage
        self.phrase_id = score.layout.phrase_id
        self.kept = self.request.generated.get(self.phrase_id)
        self.frames = score.frames(self.bank.acoustic.frame_ms)
        self.clock = self._clock_at(self.frames.frame_times_ms())
        self._known_words: dict[Path, _Words] = {}
        self.is_draft = False

    def sing(self, *, n_draft_steps: int | None = None) -> PhraseResult:
        layout = self.score.layout
        if layout.end_ms - layout.start_ms > MAX_PHRASE_MS:
            raise ScoreError(
                f"The phrase at {layout.start_ms / 1000:.1f} s goes on for "
                f"{(layout.end_ms - layout.start_ms) / 1000:.0f} s without a rest, which no model "
                f"takes: leave a gap between notes at least every {MAX_PHRASE_MS / 1000:.0f} s.",
                code="phrase-too-long",
                phrase_id=self.phrase_id,
            )
        acoustic_path = self.bank.acoustic.model_path("acoustic")
        declared = self.runner.declaration(acoustic_path, acoustic.CONTRACT, self.work)
        wanted = acoustic.wanted_curves(declared)
        self.on_stage(Stage.PITCH)
        trail = self._pitch()
        pitch_midi = self._sung_pitch(trail.curve.values)
        tone_shift = self._neutral(Parameter.TONE_SHIFT)
        self.on_stage(Stage.VARIANCE)
        generated = {Parameter.PITCH: trail.curve, **self._variances(trail, tone_shift, wanted)}
        sung = self._sung_curves(wanted, generated)

        self.on_stage(Stage.ACOUSTIC)
        # Another register's timbre at the written pitch needs a vocoder that lets us (4.5).
        timbre_midi = pitch_midi + tone_shift if self.vocoder.pitch_controllable else pitch_midi
        taken = {name: sung[name] for name in wanted}
        f0_hz = midi_to_hz(pitch_midi).astype(np.float32)
        mel_key, make_mel = self._mel(timbre_midi, taken)
        if n_draft_steps is not None and not self._is_known(mel_key, f0_hz):
            self.is_draft = True
            mel_key, make_mel = self._mel(timbre_midi, taken, n_steps=n_draft_steps)
        samples = self._samples(mel_key, make_mel, f0_hz)

        sung[Parameter.PITCH] = pitch_midi.astype(np.float32)
        if np.any(tone_shift):
            sung[Parameter.TONE_SHIFT] = tone_shift.astype(np.float32)
        for values in sung.values():
            values.flags.writeable = False
        return PhraseResult(
            layout=self.score.layout,
            samples=samples,
            sample_rate_hz=self.vocoder.sample_rate_hz,
            start_ms=self.frames.start_ms,
            generated=GeneratedPhrase(
                phrase_id=self.phrase_id,
                start_ms=self.score.layout.start_ms,
                curves=generated,
            ),
            sung=sung,
            frame_ms=self.frames.frame_ms,
            tokens=tuple(self.frames.symbols),
            token_frames=tuple(int(count) for count in self.frames.durations),
        )

    # ------------------------------------------------------------------------------ stages

    def _pitch(self) -> _PitchTrail:
        folder = self.bank.pitch
        if folder is None:
            written = score_pitch_midi(self.score, self.request.tempo, self.clock.times_ms)
            values = written.astype(np.float32)
            key = KeyHasher("score-pitch").add(STAGE_VERSION, values).hexdigest()
            return self._pitch_trail((key,), (), lambda _: {Parameter.PITCH: values})
        frames = self._frames_of(folder)
        clock = self._clock(frames)
        expressiveness = curve_math.neutral_values(
            self.request.curves, clock.ticks, Parameter.EXPRESSIVENESS
        ).astype(np.float32)
        spk_embed = self.mix.embedding(folder, clock.ticks)
        n_steps = _n_steps(folder, self.request.settings.pitch_steps, Stage.PITCH)
        path = folder.model_path("pitch")
        note_midi = np.asarray(frames.note_midi, dtype=np.float32)
        hasher = self._stage_key("pitch", folder, frames, Stage.PITCH, n_steps, spk_embed)
        hasher.add(note_midi, frames.note_rest, frames.note_dur, expressiveness)

        key = hasher.hexdigest()

        def predict(given: _Given | None) -> dict[Parameter, Float32Array]:
            declared = self.runner.declaration(path, pitch.CONTRACT, self.work)

            def feeds() -> Feeds:
                kept = None if given is None else given.on(clock)[Parameter.PITCH]
                return pitch.feeds(
                    declared,
                    path,
                    encoded=self._encode(folder, frames, Stage.PITCH),
                    durations=frames.durations,
                    note_midi=note_midi,
                    note_rest=frames.note_rest,
                    note_dur=frames.note_dur,
                    expressiveness=expressiveness,
                    spk_embed=spk_embed,
                    n_steps=n_steps,
                    given_midi=kept,
                    is_retaken=None if given is None else given.mask(clock),
                )

            draw = self._draw(Stage.PITCH, frames.n_frames, given)
            made_from = key if given is None else given.key(key)
            run_key = self.runner.key(path, made_from, self.work, draw=draw)
            outputs = self.runner.run(Stage.PITCH, path, run_key, feeds, self.work, draw=draw)
            values = pitch.read(declared, outputs, path, n_frames=frames.n_frames)
            return {Parameter.PITCH: self._on_our_frames(values, clock)}

        steps = tuple(
            Step(take=take, weights=weights)
            for take, weights in self._range_takes((Parameter.PITCH,))
        )
        return self._pitch_trail(chain_keys(key, steps), steps, predict)

    def _pitch_trail(
        self,
        keys: tuple[str, ...],
        steps: tuple[Step, ...],
        predict: Callable[[_Given | None], Curves],
    ) -> _PitchTrail:
        stored = self._stored((Parameter.PITCH,))
        chain = Chain(
            steps=steps,
            first=lambda: predict(None),
            redraw=lambda step, values: predict(_Given(run=self, step=step, values=values)),
            recall=lambda: self._recalled(keys.__getitem__, len(steps), stored),
        )
        settled = self._settled(keys[-1], stored, lambda: chain.after(len(steps)))
        return _PitchTrail(
            keys=keys,
            chain=chain,
            curve=settled[Parameter.PITCH],
            stored=stored[Parameter.PITCH],
        )

    def _sung_pitch(self, generated: Float32Array, *, is_edited: bool = True) -> Float64Array:
        """Predicted pitch with what is written in the notes, and as the user drew it."""
        return curve_math.sung_values(
            self._layers(Parameter.PITCH) if is_edited else None,
            self._with_written(generated),
            self.clock.ticks,
            Parameter.PITCH,
        )

    def _with_written(self, generated: Float32Array) -> npt.NDArray[np.floating]:
        """Predicted pitch with the vibratos and points of the notes, which no model knows."""
        if self.bank.pitch is None:
            return generated
        written = written_semitones(self.score, self.request.tempo, self.clock.times_ms)
        return generated if written is None else generated + written

    def _variances(
        self, trail: _PitchTrail, tone_shift: Float64Array, wanted: tuple[Parameter, ...]
    ) -> dict[Parameter, GeneratedCurve]:
        folder = self.bank.variance
        if folder is None or not set(wanted) & set(variance.VARIANCES):
            return {}
        path = folder.model_path("variance")
        declared = self.runner.declaration(path, variance.CONTRACT, self.work)
        predicted = variance.predicted(declared)
        if not set(wanted) & set(predicted):
            return {}
        frames = self._frames_of(folder)
        clock = self._clock(frames)
        spk_embed = self.mix.embedding(folder, clock.ticks)
        n_steps = _n_steps(folder, self.request.settings.variance_steps, Stage.VARIANCE)

        def made_from() -> KeyHasher:
            return self._stage_key("variance", folder, frames, Stage.VARIANCE, n_steps, spk_embed)

        def predict(pitch_midi: Float64Array, given: _Given | None) -> Curves:
            pitch_there = curve_math.resample_frames(
                pitch_midi + tone_shift, self.clock.times_ms, clock.times_ms
            ).astype(np.float32)

            def feeds() -> Feeds:
                is_retaken = None
                if given is not None:
                    wanted = [name in given.step.take.parameters for name in predicted]
                    is_retaken = given.mask(clock)[:, None] & np.array(wanted)
                return variance.feeds(
                    declared,
                    path,
                    encoded=self._encode(folder, frames, Stage.VARIANCE),
                    durations=frames.durations,
                    pitch_midi=pitch_there,
                    spk_embed=spk_embed,
                    n_steps=n_steps,
                    given=None if given is None else given.on(clock),
                    is_retaken=is_retaken,
                )

            draw = self._draw(Stage.VARIANCE, frames.n_frames * len(predicted), given)
            key = made_from().add(pitch_there).hexdigest()
            run_key = self.runner.key(
                path, key if given is None else given.key(key), self.work, draw=draw
            )
            outputs = self.runner.run(Stage.VARIANCE, path, run_key, feeds, self.work, draw=draw)
            values = variance.read(declared, outputs, path, n_frames=frames.n_frames)
            return {name: self._on_our_frames(curve, clock) for name, curve in values.items()}

        own_take = self.request.takes.get((self.phrase_id, Stage.VARIANCE), 0)
        strokes = self._strokes(trail, predicted, own_take)
        is_edited = strokes.is_everywhere
        steps = variance_steps(
            self._range_takes((Parameter.PITCH, *predicted)),
            predicted,
            has_pitch_takes=self.bank.pitch is not None,
            own_take=own_take,
        )

        def pitch_after(n_takes: int) -> Float64Array:
            return self._sung_pitch(trail.after(n_takes), is_edited=is_edited)

        def redraw(step: Step, values: Curves) -> Curves:
            pitch_midi = pitch_after(step.n_pitch_takes)
            if step.is_following and np.array_equal(
                pitch_midi, pitch_after(step.n_pitch_takes - 1)
            ):
                return values
            return predict(pitch_midi, _Given(run=self, step=step, values=values))

        def key_after(n: int) -> str:
            """Key of the curves after some steps; it must not need a pitch that is gone."""
            n_pitch_takes = steps[n - 1].n_pitch_takes if n else 0
            if n_pitch_takes == 0:
                pitch_there = curve_math.resample_frames(
                    pitch_after(0) + tone_shift, self.clock.times_ms, clock.times_ms
                )
                key = made_from().add(pitch_there.astype(np.float32)).hexdigest()
                return chain_keys(key, steps[:n])[-1]
            hasher = KeyHasher("following").add(made_from().hexdigest(), tone_shift)
            # The pitch itself stands under its key; what lies over it shows over a level one.
            written = self._sung_pitch(np.full_like(trail.curve.values, 60.0), is_edited=is_edited)
            hasher.add(trail.key(n_pitch_takes), written)
            return hasher.add(step.fields for step in steps[:n]).hexdigest()

        stored = self._stored(predicted)
        chain = Chain(
            steps=steps,
            first=lambda: predict(pitch_after(0), None),
            redraw=redraw,
            recall=lambda: self._recalled(key_after, len(steps), stored),
        )
        pitches = self._stroke_pitches(trail, strokes)
        key = key_after(len(steps))
        for stroke, pitch_midi in zip(strokes.steps, pitches, strict=True):
            key = KeyHasher("stroke").add(key, *stroke.fields, pitch_midi).hexdigest()

        def make() -> Curves:
            base = values = chain.after(len(steps))
            for stroke, pitch_midi in zip(strokes.steps, pitches, strict=True):
                # By itself: no edit hears another one.
                made = predict(pitch_midi, _Given(run=self, step=stroke, values=base))
                values = laid_over(values, made, stroke)
            return values

        return self._settled(key, stored, make)

    def _strokes(
        self, trail: _PitchTrail, predicted: tuple[Parameter, ...], own_take: int
    ) -> Strokes:
        """Where the predicted curves follow edits of the pitch."""
        layout = self.score.layout
        ranges_ms = edited_ranges_ms(
            self._layers(Parameter.PITCH),
            self.request.tempo,
            start_ms=layout.start_ms,
            end_ms=layout.end_ms,
        )
        if not ranges_ms:
            return Strokes()
        generated = trail.curve.values
        is_moved = self._sung_pitch(generated) != self._sung_pitch(generated, is_edited=False)
        return find_strokes(
            ranges_ms,
            self.clock,
            self.request.tempo,
            is_moved=is_moved,
            parameters=predicted,
            take=own_take,
        )

    def _stroke_pitches(self, trail: _PitchTrail, strokes: Strokes) -> list[Float64Array]:
        """The pitch with one of the edits each."""
        if not strokes.steps:
            return []
        generated = trail.curve.values
        plain = self._sung_pitch(generated, is_edited=False)
        edited = self._sung_pitch(generated)
        return [np.where(stroke.weights > 0.0, edited, plain) for stroke in strokes.steps]

    def _mel(
        self,
        pitch_midi: Float64Array,
        sung: Mapping[Parameter, Float32Array],
        *,
        n_steps: int | None = None,
    ) -> tuple[str, Callable[[], Float32Array]]:
        """Key of the mel, and what makes it: a sound out of the cache needs none."""
        folder, settings = self.bank.acoustic, self.request.settings
        path = folder.model_path("acoustic")
        declared = self.runner.declaration(path, acoustic.CONTRACT, self.work)
        n_frames, n_bins = self.frames.n_frames, folder.config.num_mel_bins
        feeds = acoustic.feeds(
            declared,
            path,
            tokens=folder.token_ids(self.frames.symbols),
            languages=self._languages(folder, self.frames),
            durations=self.frames.durations,
            f0_hz=midi_to_hz(pitch_midi).astype(np.float32),
            curves=sung,
            spk_embed=self.mix.embedding(folder, self.clock.ticks),
            n_steps=n_steps or _n_steps(folder, settings.acoustic_steps, Stage.ACOUSTIC),
            depth_ratio=self._depth_ratio(folder),
        )
        draw = self._draw(Stage.ACOUSTIC, n_frames * n_bins)
        key = self.runner.key(path, feeds, self.work, draw=draw)

        def make() -> Float32Array:
            outputs = self.runner.run(
                Stage.ACOUSTIC, path, key, lambda: feeds, self.work, draw=draw
            )
            mel = acoustic.read(declared, outputs, path, n_frames=n_frames, n_mel_bins=n_bins)
            return acoustic.convert_mel_base(
                mel, from_base=str(folder.config.mel_base), to_base=str(self.vocoder.mel_base)
            )

        return key, make

    def _samples(
        self, mel_key: str, make_mel: Callable[[], Float32Array], f0_hz: Float32Array
    ) -> Float32Array:
        path, force_cpu = self.vocoder.model_path, self.vocoder.force_on_cpu
        hop_samples, n_frames = self.vocoder.hop_samples, self.frames.n_frames
        declared = self.runner.declaration(path, vocoder.CONTRACT, self.work, force_cpu=force_cpu)

        def feeds() -> Feeds:
            mel = make_mel()
            self.on_stage(Stage.VOCODER)
            return vocoder.feeds(declared, path, mel=mel, f0_hz=f0_hz)

        key, draw = self._sound_key(mel_key, f0_hz)
        outputs = self.runner.run(
            Stage.VOCODER, path, key, feeds, self.work, draw=draw, force_cpu=force_cpu
        )
        samples = vocoder.read(declared, outputs, path, n_frames=n_frames, hop_samples=hop_samples)
        layers = self._layers(Parameter.DYNAMICS)
        if layers is not None and (layers.drawn or layers.offset):
            period_ms = 1000.0 / self.vocoder.sample_rate_hz
            # Read every 32 samples and straight between: nobody draws dynamics finer than that.
            index = np.arange(0, len(samples) + _DYNAMICS_STEP, _DYNAMICS_STEP, dtype=np.float64)
            times_ms = np.asarray(self.frames.start_ms + index * period_ms)
            ratio = curve_math.dynamics_ratio(layers, self._clock_at(times_ms))
            if ratio is not None:
                samples = samples * _straight_between(ratio, len(samples))
        if samples.flags.writeable:
            samples.flags.writeable = False
        return samples

    def _sound_key(self, mel_key: str, f0_hz: Float32Array) -> tuple[str, Draw]:
        """Key of the samples, and the noise that they are made with."""
        path, force_cpu = self.vocoder.model_path, self.vocoder.force_on_cpu
        self.runner.declaration(path, vocoder.CONTRACT, self.work, force_cpu=force_cpu)
        bases = (str(self.bank.acoustic.config.mel_base), str(self.vocoder.mel_base))
        made_from = KeyHasher("sound").add(STAGE_VERSION, mel_key, bases, f0_hz).hexdigest()
        draw = self._draw(Stage.VOCODER, self.frames.n_frames * self.vocoder.hop_samples)
        key = self.runner.key(path, made_from, self.work, draw=draw, force_cpu=force_cpu)
        return key, draw

    def _is_known(self, mel_key: str, f0_hz: Float32Array) -> bool:
        """Whether the samples lie in the cache."""
        return self.runner.is_known(self._sound_key(mel_key, f0_hz)[0])

    # ----------------------------------------------------------------------------- helpers

    def _sung_curves(
        self, wanted: tuple[Parameter, ...], generated: Mapping[Parameter, GeneratedCurve]
    ) -> dict[Parameter, Float32Array]:
        """Curves that the acoustic model takes, and the derived energy."""
        ticks = self.clock.ticks
        values: dict[Parameter, Float64Array] = {}
        for parameter in wanted:
            if parameter in curve_math.NEUTRAL:
                values[parameter] = self._neutral(parameter)
                continue
            curve = generated.get(parameter)
            base = curve.values if curve is not None else self._flat(parameter)
            values[parameter] = curve_math.sung_values(
                self._layers(parameter), base, ticks, parameter
            )
        if self._derives_energy(wanted):
            values[Parameter.VOICING], values[Parameter.BREATHINESS] = (
                curve_math.apply_derived_energy(
                    self._layers(Parameter.ENERGY),
                    values[Parameter.VOICING],
                    values[Parameter.BREATHINESS],
                    ticks,
                )
            )
            energy_db = curve_math.derive_energy(
                values[Parameter.VOICING], values[Parameter.BREATHINESS]
            )
            values[Parameter.ENERGY] = np.clip(energy_db, *curve_math.LIMITS[Parameter.ENERGY])
        return {parameter: curve.astype(np.float32) for parameter, curve in values.items()}

    @staticmethod
    def _derives_energy(wanted: tuple[Parameter, ...]) -> bool:
        parts = {Parameter.VOICING, Parameter.BREATHINESS}
        return Parameter.ENERGY not in wanted and parts <= set(wanted)

    def _flat(self, parameter: Parameter) -> Float64Array:
        """Level values of a parameter that nothing predicts, silent where silence is sung."""
        silent = 0.0 if parameter is Parameter.TENSION else _SILENT_DB
        levels = [
            silent if symbol == _SILENCE else _FLAT[parameter] for symbol in self.frames.symbols
        ]
        return np.repeat(np.asarray(levels), self.frames.durations)

    def _neutral(self, parameter: Parameter) -> Float64Array:
        return curve_math.neutral_values(self.request.curves, self.clock.ticks, parameter)

    def _layers(self, parameter: Parameter) -> CurveLayers | None:
        return self.request.curves.get(parameter)

    def _stored(self, parameters: tuple[Parameter, ...]) -> dict[Parameter, StoredCurve | None]:
        """What the project kept of some parameters."""
        return {
            parameter: stored_curve(
                self.kept, parameter, self._locks(parameter), self.clock, self.request.tempo
            )
            for parameter in parameters
        }

    def _recalled(
        self,
        key: Callable[[int], str],
        n_steps: int,
        stored: Mapping[Parameter, StoredCurve | None],
    ) -> dict[int, dict[Parameter, Float32Array]]:
        if n_steps == 0:
            return {}  # fresh or of no use
        n_frames, frame_ms = self.frames.n_frames, self.frames.frame_ms
        return newest_kept(key, n_steps, stored, n_frames=n_frames, frame_ms=frame_ms)

    def _settled(
        self,
        key: str,
        stored: Mapping[Parameter, StoredCurve | None],
        make: Callable[[], Curves],
    ) -> dict[Parameter, GeneratedCurve]:
        """Kept curves where they are fresh, else new ones."""
        n_frames, frame_ms = self.frames.n_frames, self.frames.frame_ms
        return settle_curves(key, stored, make, n_frames=n_frames, frame_ms=frame_ms)

    def _range_takes(
        self, parameters: tuple[Parameter, ...]
    ) -> list[tuple[RangeTake, Float64Array]]:
        """Stretches of this phrase in which one of the curves is drawn anew, and where."""
        found = []
        for take in self.request.range_takes.get(self.phrase_id, ()):
            weight = retake_weights(take, self.clock, self.request.tempo)
            if set(take.parameters) & set(parameters) and weight.any():
                found.append((take, weight))
        return found

    def _locks(self, parameter: Parameter) -> tuple[tuple[int, int], ...]:
        """Locked ranges; a lock on derived energy holds both of its parts."""
        layers = self._layers(parameter)
        ranges = layers.locked_ticks if layers is not None else ()
        energy = self._layers(Parameter.ENERGY)
        if energy is not None and parameter in (Parameter.VOICING, Parameter.BREATHINESS):
            ranges = (*ranges, *energy.locked_ticks)
        return ranges

    def _stage_key(
        self,
        purpose: str,
        folder: ModelFolder,
        frames: PhraseFrames,
        stage: Stage,
        n_steps: int,
        spk_embed: Float32Array | None,
    ) -> KeyHasher:
        """Everything that a predicting stage is made from, but its own special inputs."""
        draw = self._draw(stage, 0)
        kind = "pitch" if stage is Stage.PITCH else "variance"
        words = self._words(folder, frames)
        return KeyHasher(purpose).add(
            STAGE_VERSION,
            self.runner.model_id(folder.model_path("linguistic"), self.work),
            self.runner.model_id(folder.model_path(kind), self.work),
            draw.fields(),
            n_steps,
            frames.frame_ms,
            words.tokens,
            words.languages,
            frames.durations,
            words.word_div,
            words.word_dur,
            # One row says it all where the colours do not change.
            spk_embed if spk_embed is None or not self.mix.is_constant else spk_embed[:1],
        )

    def _encode(self, folder: ModelFolder, frames: PhraseFrames, stage: Stage) -> Encoded:
        path = folder.model_path("linguistic")
        declared = self.runner.declaration(path, linguistic.CONTRACT, self.work)
        words = self._words(folder, frames)
        # Both forms are given: the graph takes the one it was exported with.
        feeds = linguistic.feeds(
            declared,
            path,
            tokens=words.tokens,
            languages=words.languages,
            durations=frames.durations,
            word_div=words.word_div,
            word_dur=words.word_dur,
        )
        key = self.runner.key(path, feeds, self.work)
        outputs = self.runner.run(stage, path, key, lambda: feeds, self.work)
        return linguistic.read(outputs, path, n_tokens=len(frames.symbols))

    def _words(self, folder: ModelFolder, frames: PhraseFrames) -> _Words:
        if folder.folder not in self._known_words:
            word_div, word_dur = frames.word_division(self.bank.vowel_test(folder))
            self._known_words[folder.folder] = _Words(
                tokens=folder.token_ids(frames.symbols),
                languages=self._languages(folder, frames),
                word_div=word_div,
                word_dur=word_dur,
            )
        return self._known_words[folder.folder]

    def _languages(self, folder: ModelFolder, frames: PhraseFrames) -> npt.NDArray[np.int64] | None:
        return folder.language_ids(frames.symbols) if folder.config.use_lang_id else None

    def _draw(self, stage: Stage, n_values: int, given: _Given | None = None) -> Draw:
        take = self.request.takes.get((self.phrase_id, stage), 0)
        return Draw(
            seed=self.request.seed,
            owner_id=self.phrase_id,
            stage=stage,
            take=take if given is None else given.step.take.take,
            n_values=n_values,
        )

    def _depth_ratio(self, folder: ModelFolder) -> float:
        config, wanted = folder.config, self.request.settings.depth
        if wanted is None:
            wanted = config.default_depth
        return sampling.effective_depth(
            sampling.DEFAULT_DEPTH if wanted is None else wanted,
            max_depth=float(config.max_depth),
            is_continuous=config.use_continuous_acceleration,
            where=str(folder.folder),
        )

    def _frames_of(self, folder: ModelFolder) -> PhraseFrames:
        if folder.frame_ms == self.frames.frame_ms:
            return self.frames
        return self.score.frames(folder.frame_ms)

    def _clock(self, frames: PhraseFrames) -> FrameClock:
        return self.clock if frames is self.frames else self._clock_at(frames.frame_times_ms())

    def _clock_at(self, times_ms: Float64Array) -> FrameClock:
        layout = self.score.layout
        return FrameClock.of_phrase(
            times_ms, start_ms=layout.start_ms, end_ms=layout.end_ms, tempo=self.request.tempo
        )

    def _on_our_frames(self, values: Float32Array, clock: FrameClock) -> Float32Array:
        if clock is self.clock:
            return values
        return curve_math.resample_frames(values, clock.times_ms, self.clock.times_ms).astype(
            np.float32
        )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _PitchTrail:
    """The generated pitch of a phrase, and how it came about by takes."""

    keys: tuple[str, ...]  # after none, one, two and so on of the takes
    chain: Chain
    curve: GeneratedCurve
    stored: StoredCurve | None

    def key(self, n_takes: int) -> str:
        """Key of the pitch after some of its takes."""
        return self.curve.key if n_takes == len(self.keys) - 1 else self.keys[n_takes]

    def after(self, n_takes: int) -> Float32Array:
        """The pitch after some of its takes, locked frames as they are kept."""
        if n_takes == len(self.keys) - 1:
            return self.curve.values
        values = self.chain.after(n_takes)[Parameter.PITCH]
        return values if self.stored is None else self.stored.locked(self.keys[n_takes], values)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Given:
    """What stays while a stretch is drawn anew: curves on our frames."""

    run: _PhraseRun
    step: Step
    values: Curves

    def on(self, clock: FrameClock) -> dict[Parameter, Float32Array]:
        """The curves on a model's frames."""
        ours = self.run.clock.times_ms
        return {
            name: curve_math.resample_frames(curve, ours, clock.times_ms).astype(np.float32)
            for name, curve in self.values.items()
        }

    def mask(self, clock: FrameClock) -> npt.NDArray[np.bool_]:
        """Which of a model's frames are drawn anew."""
        is_new = retake_weights(self.step.take, clock, self.run.request.tempo) > 0.0
        return np.asarray(is_new)

    def key(self, key: str) -> str:
        """Digest of a run's inputs: those of the whole phrase, and what is given."""
        rows = [field for name in sorted(self.values) for field in (str(name), self.values[name])]
        return KeyHasher("given").add(key, *self.step.fields, *rows).hexdigest()
