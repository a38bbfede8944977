"""One model run: inputs to key, key to cache or model, outputs back (contract 6.1)."""

from __future__ import annotations

import json
import logging
import os
import tempfile
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy.typing as npt

from engine import noise as noise_source
from engine.cache.keys import KeyHasher, run_key
from engine.cache.store import TensorCache
from engine.errors import InferenceError
from engine.inference.cancel import CancelToken
from engine.inference.contracts import ModelContract, check_declaration
from engine.inference.rewrite import NoiseInput
from engine.inference.sessions import Declaration, ModelHandle, SessionHost, TensorSpec
from engine.types import Stage, StageCount

log = logging.getLogger(__name__)

Tensors = dict[str, npt.NDArray[Any]]
_MAX_OPEN_MODELS = 16
# A vocoder may draw one value for each harmonic of each sample; tried when one is too few.
_NOISE_FACTORS = (1, 10)


@dataclass(slots=True)
class Meter:
    """Runs, hits and seconds of each stage, and seconds spent reading voices and opening models."""

    stages: dict[Stage, StageCount] = field(
        default_factory=lambda: {stage: StageCount() for stage in Stage}
    )
    load_s: float = 0.0

    def copy_stages(self) -> dict[Stage, StageCount]:
        """Counts as they are now."""
        return {
            stage: StageCount(runs=count.runs, hits=count.hits, seconds=count.seconds)
            for stage, count in self.stages.items()
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw:
    """What the noise of one model run is a function of, and how many values it may need."""

    seed: int
    owner_id: str
    stage: Stage
    take: int
    n_values: int

    def fields(self) -> tuple[str | int, ...]:
        """For the key: shorter draws are beginnings of longer ones, so no length."""
        return (noise_source.NOISE_VERSION, self.seed, self.owner_id, str(self.stage), self.take)

    def make(self, noise: NoiseInput, index: int, factor: int) -> npt.NDArray[Any]:
        """Values of one noise input, flat."""
        make = noise_source.noise if noise.kind == "normal" else noise_source.uniform
        n_values = noise.n_values if noise.n_values is not None else factor * self.n_values
        label = f"{self.stage}/{index}"
        return make(self.seed, self.owner_id, label, self.take, (n_values,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """On whose behalf a model runs."""

    cancel: CancelToken
    meters: tuple[Meter, ...]
    use_cache: bool
    # A request looks at each model file once: a file that changes meanwhile counts next time.
    model_ids: dict[Path, str] = field(default_factory=dict)
    # Keys of the tensor cache that the song asked for, whether they were there or not.
    used_keys: set[str] = field(default_factory=set)

    def add_load_s(self, elapsed_s: float) -> None:
        """Count time spent on reading voices and opening models."""
        for meter in self.meters:
            meter.load_s += elapsed_s


class ModelRunner:
    """All models of an engine. To be used by one thread only (contract R-28).

    Parameters
    ----------
    host : SessionHost
    cache : TensorCache
    declarations_folder : Path, optional
        Where models' declarations are kept, so that a cached song opens no session.
    """

    def __init__(
        self, host: SessionHost, cache: TensorCache, *, declarations_folder: Path | None = None
    ) -> None:
        self._host = host
        self._hosts: Mapping[str, SessionHost] = {}
        self._kinds: dict[str, str] = {}
        self._cache = cache
        self._folder = declarations_folder
        self._handles: OrderedDict[tuple[str, bool], ModelHandle] = OrderedDict()
        self._declarations: dict[str, Declaration] = {}
        self._checked: set[tuple[str, str]] = set()
        self._noise_factors: dict[str, int] = {}

    @property
    def runtime_tags(self) -> tuple[str, ...]:
        """What all models run on: two sounds made on different ones are not the same."""
        others = (f"{kind}:{host.runtime_tag}" for kind, host in sorted(self._hosts.items()))
        return (self._host.runtime_tag, *others)

    def use_hosts(self, host: SessionHost, by_kind: Mapping[str, SessionHost]) -> None:
        """Run models elsewhere from now on: those of a named kind there, all others in ``host``."""
        self.close()
        self._host, self._hosts = host, by_kind

    def model_id(self, path: Path, work: Work) -> str:
        """Digest of the model's bytes."""
        model_id = work.model_ids.get(path)
        if model_id is None:
            started_s = time.perf_counter()
            model_id = work.model_ids[path] = self._host.model_id(path)
            work.add_load_s(time.perf_counter() - started_s)
        return model_id

    def declaration(
        self, path: Path, contract: ModelContract, work: Work, *, force_cpu: bool = False
    ) -> Declaration:
        """What the model declares, checked against its contract.

        Raises
        ------
        VoicebankError
            When the model cannot be opened or is not of that kind.
        """
        model_id = self.model_id(path, work)
        self._kinds[model_id] = contract.kind
        declaration = self._declarations.get(model_id)
        if declaration is None:
            declaration = self._first_declaration(path, model_id, work, force_cpu)
            self._declarations[model_id] = declaration
        if (model_id, contract.kind) not in self._checked:
            check_declaration(declaration, contract, path)
            self._checked.add((model_id, contract.kind))
        return declaration

    def key(
        self,
        path: Path,
        feeds: Mapping[str, npt.NDArray[Any]] | str,
        work: Work,
        *,
        draw: Draw | None = None,
        force_cpu: bool = False,
    ) -> str:
        """Key of a run in the tensor cache; empty where the cache is off.

        Parameters
        ----------
        path : Path
            A model whose declaration was read.
        feeds : name to array, or str
            The inputs, or the key of all that they are made from (rule R-27).
        work : Work
        draw : Draw, optional
        force_cpu : bool
        """
        if not work.use_cache:
            return ""
        model_id = self.model_id(path, work)
        has_noise = draw is not None and self._declarations[model_id].noise
        key = run_key(
            model_id=model_id,
            runtime_tag=self._host_of(model_id).runtime_tag + ("cpu" if force_cpu else ""),
            inputs=feeds,
            noise=draw.fields() if draw is not None and has_noise else (),
        )
        work.used_keys.add(key)
        return key

    def run(
        self,
        stage: Stage,
        path: Path,
        key: str,
        make_feeds: Callable[[], Mapping[str, npt.NDArray[Any]]],
        work: Work,
        *,
        draw: Draw | None = None,
        force_cpu: bool = False,
    ) -> Tensors:
        """Outputs of one model by name, from the cache where they are there; read-only.

        Parameters
        ----------
        stage : Stage
        path : Path
            A model whose declaration was read.
        key : str
            What `key` gave for this run.
        make_feeds : callable
            Gives the inputs; called only when the model has to run.
        work : Work
        draw : Draw, optional
        force_cpu : bool

        Raises
        ------
        Cancelled
        InferenceError
        """
        work.cancel.check()
        if key:
            found = self._cache.get(key)
            if found is not None:
                for meter in work.meters:
                    meter.stages[stage].hits += 1
                return found
        feeds = make_feeds()
        model_id = self.model_id(path, work)
        handle = self._open(path, model_id, work, force_cpu)
        noise = self._declarations[model_id].noise
        outputs = self._run(handle, model_id, stage, feeds, noise, draw, work)
        if key:
            self._cache.put(key, outputs)
        return outputs

    def is_known(self, key: str) -> bool:
        """Whether a run's answer lies in the cache, so that it costs nothing."""
        return bool(key) and self._cache.get(key) is not None

    def begin(self) -> None:
        """There is work: the cache's files wait until `rest`."""
        self._cache.hold()

    def rest(self) -> None:
        """There is no more work for now."""
        self._cache.release()

    def close(self) -> None:
        """Release every model."""
        for (model_id, _), handle in self._handles.items():
            self._host_of(model_id).release(handle)
        self._handles.clear()

    def _host_of(self, model_id: str) -> SessionHost:
        return self._hosts.get(self._kinds.get(model_id, ""), self._host)

    def _run(
        self,
        handle: ModelHandle,
        model_id: str,
        stage: Stage,
        feeds: Mapping[str, npt.NDArray[Any]],
        noise: tuple[NoiseInput, ...],
        draw: Draw | None,
        work: Work,
    ) -> Tensors:
        if noise and draw is None:
            raise InferenceError(
                f"The model {handle.path} draws noise where the {stage} stage has none to give: "
                "ask the maker of the voicebank for a new export.",
                code="unexpected-noise",
                path=handle.path,
            )
        known_factor = self._noise_factors.get(model_id)
        factors = (known_factor,) if known_factor else _NOISE_FACTORS if noise else (1,)
        for factor in factors:
            all_feeds = dict(feeds)
            if draw is not None:
                for index, entry in enumerate(noise):
                    all_feeds[entry.name] = draw.make(entry, index, factor)
            started_s = time.perf_counter()
            try:
                outputs = self._host_of(model_id).run(handle, all_feeds, work.cancel)
            except InferenceError:
                if factor == factors[-1]:
                    raise
                log.debug("%s failed; tried again with more noise", handle.path.name)
                continue
            finally:
                elapsed_s = time.perf_counter() - started_s
                for meter in work.meters:
                    meter.stages[stage].seconds += elapsed_s
            for meter in work.meters:
                meter.stages[stage].runs += 1
            self._noise_factors[model_id] = factor
            return outputs
        raise AssertionError("the last factor returns or raises")

    def _open(self, path: Path, model_id: str, work: Work, force_cpu: bool) -> ModelHandle:
        key = (model_id, force_cpu)
        handle = self._handles.get(key)
        if handle is None:
            started_s = time.perf_counter()
            handle = self._host_of(model_id).load(path, force_cpu=force_cpu)
            elapsed_s = time.perf_counter() - started_s
            work.add_load_s(elapsed_s)
            log.info("Opened %s in %.2f s", path.name, elapsed_s)
            self._handles[key] = handle
            while len(self._handles) > _MAX_OPEN_MODELS:
                (old_id, _), old = self._handles.popitem(last=False)
                self._host_of(old_id).release(old)
        self._handles.move_to_end(key)
        return handle

    def _first_declaration(
        self, path: Path, model_id: str, work: Work, force_cpu: bool
    ) -> Declaration:
        started_s = time.perf_counter()
        declaration = self._read_declaration(model_id)
        work.add_load_s(time.perf_counter() - started_s)
        if declaration is None:
            declaration = self._open(path, model_id, work, force_cpu).declaration
            started_s = time.perf_counter()
            self._write_declaration(model_id, declaration)
            work.add_load_s(time.perf_counter() - started_s)
        return declaration

    def _declaration_path(self, model_id: str) -> Path | None:
        if self._folder is None:
            return None
        tag = KeyHasher("declaration").add(model_id, self._host.runtime_tag).hexdigest()
        return self._folder / f"{tag}.json"

    def _read_declaration(self, model_id: str) -> Declaration | None:
        path = self._declaration_path(model_id)
        if path is None:
            return None
        try:
            facts = json.loads(path.read_text(encoding="utf-8"))
            return Declaration(
                inputs=tuple(_spec(entry) for entry in facts["inputs"]),
                outputs=tuple(_spec(entry) for entry in facts["outputs"]),
                noise=tuple(NoiseInput(**entry) for entry in facts["noise"]),
            )
        except (OSError, ValueError, KeyError, TypeError):
            return None  # not there yet, or damaged: the model itself is asked

    def _write_declaration(self, model_id: str, declaration: Declaration) -> None:
        path = self._declaration_path(model_id)
        if path is None:
            return
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(asdict(declaration), file)
            os.replace(name, path)
        except OSError as error:
            log.debug("%s is not kept: %s", path, error)


def _spec(entry: Mapping[str, Any]) -> TensorSpec:
    return TensorSpec(
        name=str(entry["name"]),
        dtype=str(entry["dtype"]),
        shape=tuple(int(size) for size in entry["shape"]),
    )


StageListener = Callable[[Stage], None]
