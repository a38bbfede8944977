"""What is heard is the mix, wherever one plays from; what is not there is said once."""

from __future__ import annotations

import sys
import threading
import time
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.audio.deck import IDLE_CLOSE_S, RETRY_S, STUCK_S, SWITCH_S, DeviceChanged
from engine.audio.feed import FEED_SAMPLES, MASTER, PlayerTrack
from engine.audio.metronome import METRONOME, CountIn
from engine.audio.output import OutputSettings
from engine.audio.player import Player, PlayState, StateChanged
from engine.audio.ring import FADE_SAMPLES
from engine.errors import AudioDeviceError
from engine.render.mix import Clip, MixTrack, mix_blocks
from tests.unit.audio.fake_output import RATE, FakeOutput, Studio

LENGTH = 40_000
FADE = FADE_SAMPLES


def noise(n_samples: int, seed: int) -> np.ndarray:
    return np.random.default_rng(seed).uniform(-0.4, 0.4, n_samples).astype(np.float32)


def track(
    name: str = "a", *, seed: int = 1, start: int = 0, n: int = LENGTH, **more
) -> PlayerTrack:
    mix = MixTrack(name=name, clips=(Clip(start=start, samples=noise(n, seed)),), gain_db=-3.0)
    return PlayerTrack(id=name, mix=mix, **more)


def whole(tracks, last: int = LENGTH, n_channels: int = 2) -> np.ndarray:
    mixes = [item.mix for item in tracks]
    return np.concatenate(list(mix_blocks(mixes, first=0, last=last, n_channels=n_channels)))


@pytest.fixture
def studio():
    with Studio() as studio:
        yield studio


def test_what_is_heard_is_the_mix_to_the_bit(studio):
    tracks = (track(), track("b", seed=2, start=777, n=20_000))
    studio.player.set_tracks(tracks)
    studio.player.set_end(LENGTH)
    studio.player.play(0)
    heard = studio.listen(LENGTH + 2048, block=441)
    np.testing.assert_array_equal(heard[:LENGTH], whole(tracks))
    assert not heard[LENGTH:].any()
    assert studio.player.state is PlayState.STOPPED
    assert studio.player.position == LENGTH
    assert studio.player.n_underflows == 0


def test_playing_from_the_middle_of_a_sound_rises_without_a_click(studio):
    studio.player.set_tracks((track(),))
    studio.player.play(10_000)
    heard = studio.listen(5000)
    mix = whole((track(),))[10_000:15_000]
    np.testing.assert_array_equal(heard[FADE:], mix[FADE:])
    assert np.all(np.abs(heard[:FADE]) <= np.abs(mix[:FADE]))
    assert np.abs(heard[0]).max() < 0.01


def test_stop_falls_to_silence_and_the_position_stays(studio):
    studio.player.set_tracks((track(),))
    studio.player.play(0)
    before = studio.listen(5000, block=500)
    studio.player.stop()
    after = studio.listen(2000, block=100)
    mix = whole((track(),))
    np.testing.assert_array_equal(before, mix[:5000])
    assert np.all(np.abs(after[:FADE]) <= np.abs(mix[5000 : 5000 + FADE]))
    assert not after[FADE:].any()
    assert studio.player.position == 5000 + FADE
    assert studio.player.state is PlayState.STOPPED


def test_the_position_is_what_is_heard_not_what_was_mixed():
    with Studio(latency_s=0.1) as studio:
        studio.player.set_tracks((track(),))
        studio.player.play(1000)
        studio.listen(441, block=441)
        assert studio.player.position == 1000  # nothing has left the loudspeaker
        studio.listen(RATE // 2 - 441, block=441)
        expected = 1000 + 0.4 * RATE
        assert studio.player.position == pytest.approx(expected, abs=1)


def test_the_position_runs_between_callbacks_and_never_back():
    with Studio() as studio:
        studio.player.set_tracks((track(),))
        studio.player.play(0)
        places = []
        for _ in range(40):
            studio.player.step()
            studio.output.ask(1000, latency_s=0.02, was_late=False)
            for _ in range(10):
                studio.now_s += 100 / RATE
                places.append(studio.player.position)
        assert np.all(np.diff(places) >= 0)
        assert np.diff(places[100:]).max() == pytest.approx(100, abs=1e-3)


def test_a_loop_is_played_again_and_again(studio):
    studio.player.set_tracks((track(),))
    studio.player.set_loop((4000, 9000))
    studio.player.play(3000)
    heard = studio.listen(21_000)
    mix = whole((track(),))
    np.testing.assert_array_equal(heard[FADE : 6000 - FADE], mix[3000 + FADE : 9000 - FADE])
    for turn in range(3):
        inside = heard[6000 + turn * 5000 :][:5000]
        np.testing.assert_array_equal(inside[FADE:-FADE], mix[4000 + FADE : 9000 - FADE])
        assert np.abs(inside[0]).max() < 0.01
        assert np.abs(inside[-1]).max() < 0.01
    assert 4000 <= studio.player.position <= 9000


def test_a_loop_that_begins_and_ends_in_silence_is_not_faded(studio):
    item = track(start=5000, n=2000)
    studio.player.set_tracks((item,))
    studio.player.set_loop((4000, 9000))
    studio.player.play(4000)
    heard = studio.listen(10_000)
    np.testing.assert_array_equal(heard, np.tile(whole((item,), 9000)[4000:], (2, 1)))


def test_who_starts_behind_the_loop_plays_on(studio):
    studio.player.set_tracks((track(),))
    studio.player.set_loop((1000, 5000))
    studio.player.play(6000)
    np.testing.assert_array_equal(
        studio.listen(10_000)[FADE:], whole((track(),))[6000 + FADE : 16_000]
    )


def test_a_fader_is_heard_while_playing(studio):
    quiet = track(n=200_000)
    studio.player.set_tracks((quiet,))
    studio.player.play(0)
    studio.listen(5000)
    loud = PlayerTrack(id="a", mix=MixTrack(name="a", clips=quiet.mix.clips, gain_db=3.0))
    studio.player.set_tracks((loud,))
    heard = studio.listen(15_000)
    n_ahead = int(0.15 * RATE) + 1024
    np.testing.assert_array_equal(
        heard[n_ahead + FADE :], whole((loud,), 20_000)[5000 + n_ahead + FADE :]
    )


def moved(item: PlayerTrack, gain_db: float, **more) -> PlayerTrack:
    return replace(item, mix=replace(item.mix, gain_db=gain_db), **more)


def test_a_moved_fader_is_heard_in_what_was_mixed_already(studio):
    quiet, other = track(n=200_000), track("b", seed=2, n=200_000)
    studio.player.set_tracks((quiet, other))
    studio.player.play(0)
    before = studio.listen(5000)
    loud = moved(quiet, 3.0)
    studio.player.set_tracks((loud, other))
    heard = np.concatenate([before, studio.listen(15_000)])
    old, new = whole((quiet, other), 20_000), whole((loud, other), 20_000)
    is_new = (heard == new).all(axis=1)
    first = int(np.flatnonzero(~(heard == old).all(axis=1))[0])
    # Two pulls, the time it takes to mix, and the rest of a block: far less than the ring holds.
    assert 5000 <= first <= 5000 + 2 * 512 + round(0.02 * RATE) + FEED_SAMPLES
    assert is_new[first + FADE :].all()
    ramp = heard[first : first + FADE]
    assert (np.abs(ramp) <= np.maximum(np.abs(old), np.abs(new))[first : first + FADE] + 1e-6).all()
    assert studio.player.n_underflows == 0


def test_a_fader_that_is_moved_all_the_time_never_tears_the_sound(studio):
    item = track(n=200_000)
    studio.player.set_tracks((item,))
    studio.player.play(0)
    heard = [studio.listen(2048)]
    for step in range(40):
        studio.player.set_tracks((moved(item, -0.1 * step),))
        heard.append(studio.listen(512))
    levels = np.concatenate(heard)
    sound = noise(200_000, 1)[: len(levels), None] * 10 ** (-3.0 / 20.0)
    ratio = levels[np.abs(sound[:, 0]) > 0.05] / sound[np.abs(sound) > 0.05][:, None]
    steps = np.abs(np.diff(20.0 * np.log10(np.abs(ratio[:, 0]) + 1e-9)))
    assert steps.max() < 0.15  # each step of 0.1 dB is a ramp, nothing jumps
    assert studio.player.n_underflows == 0
    assert studio.player.position == pytest.approx(len(levels), abs=1)


def test_muting_is_heard_at_once_and_the_meter_shows_it(studio):
    item, other = track(n=200_000), track("b", seed=2, n=200_000)
    studio.player.set_tracks((item, other))
    studio.player.play(0)
    studio.listen(5000)
    studio.player.levels()
    studio.player.set_tracks((moved(item, -3.0, is_muted=True), other))
    studio.listen(3 * 1024)
    studio.player.levels()
    heard = studio.listen(2048)
    np.testing.assert_array_equal(heard, whole((other,), 20_000)[8072 : 8072 + 2048])
    assert set(studio.player.levels()) == {"b", MASTER}


def test_a_fader_is_heard_later_where_the_card_has_another_rate():
    with Studio(rate_hz=48000) as studio:
        item = track(n=200_000)
        studio.player.set_tracks((item,))
        studio.player.play(0)
        studio.listen(5000)
        studio.player.set_tracks((moved(item, -60.0),))
        assert np.abs(studio.listen(6000)[:3000]).max() > 0.1
        assert np.abs(studio.listen(9000)[3000:]).max() < 0.01
        assert studio.player.n_underflows == 0


def test_a_change_elsewhere_in_the_song_changes_no_sample(studio):
    first, later = track(), track("b", start=90_000, n=1000)
    studio.player.set_tracks((first,))
    studio.player.play(0)
    before = studio.listen(5000)
    studio.player.set_tracks((first, later))
    heard = np.concatenate([before, studio.listen(30_000)])
    np.testing.assert_array_equal(heard, whole((first,))[: len(heard)])


def test_mute_and_solo_choose_who_is_heard_and_the_click_ignores_solo(studio):
    click = track("click", seed=3, ignores_solo=True)
    muted, solo = track("b", seed=4, is_muted=True), track("c", seed=5, is_solo=True)
    studio.player.set_tracks((track(), muted, solo, click))
    studio.player.play(0)
    np.testing.assert_array_equal(studio.listen(5000), whole((solo, click))[:5000])
    assert set(studio.player.levels()) == {"c", "click", MASTER}


def test_levels_are_those_of_what_is_heard_and_miss_no_peak(studio):
    samples = np.zeros(30_000, dtype=np.float32)
    samples[5000] = 0.5
    mix = MixTrack(name="a", clips=(Clip(start=0, samples=samples),))
    studio.player.set_tracks((PlayerTrack(id="a", mix=mix),))
    studio.player.play(0)
    studio.listen(4000)
    assert studio.player.levels()["a"].peaks == (0.0, 0.0)
    studio.listen(6000)  # the peak is long gone when the meter asks
    assert studio.player.levels()["a"].peaks == (0.5, 0.5)
    assert studio.player.levels()[MASTER].peaks == (0.0, 0.0)
    studio.player.stop()
    studio.listen(2000)
    assert studio.player.levels() == {}


def test_playing_waits_before_a_phrase_that_is_not_ready(studio):
    early, late = noise(10_000, 1), noise(10_000, 2)

    def tracks(*, ready: bool) -> tuple[PlayerTrack, ...]:
        clips = [Clip(start=0, samples=early), Clip(start=12_000, samples=late)]
        mix = MixTrack(name="a", clips=tuple(clips[: 1 + ready]))
        return (PlayerTrack(id="a", mix=mix, pending=() if ready else ((12_000, 22_000),)),)

    studio.player.set_tracks(tracks(ready=False))
    studio.player.set_end(25_000)
    studio.player.play(0)
    first = studio.listen(20_000)
    assert studio.player.state is PlayState.WAITING
    assert studio.player.position == 12_000
    studio.player.set_tracks(tracks(ready=True))
    second = studio.listen(14_000, block=441)
    mix = whole(tracks(ready=True), 25_000)
    np.testing.assert_array_equal(first[:12_000], mix[:12_000])
    assert not first[12_000:].any()
    np.testing.assert_array_equal(second[:13_000], mix[12_000:])
    assert studio.player.state is PlayState.STOPPED
    assert studio.player.n_underflows == 0
    states = [event.state for event in studio.events if isinstance(event, StateChanged)]
    assert states == [PlayState.PLAYING, PlayState.WAITING, PlayState.PLAYING, PlayState.STOPPED]


def test_a_gap_cuts_other_tracks_softly_and_a_muted_gap_does_not(studio):
    pending = ((12_000, 22_000),)
    empty = MixTrack(name="b", clips=())
    studio.player.set_tracks((track(), PlayerTrack(id="b", mix=empty, pending=pending)))
    studio.player.play(0)
    heard = studio.listen(15_000)
    mix = whole((track(),))
    np.testing.assert_array_equal(heard[: 12_000 - FADE], mix[: 12_000 - FADE])
    assert np.abs(heard[11_999]).max() < 0.01
    studio.player.set_tracks(
        (track(), PlayerTrack(id="b", mix=empty, pending=pending, is_muted=True))
    )
    heard = studio.listen(5000)
    np.testing.assert_array_equal(heard[FADE:], mix[12_000 + FADE : 17_000])


def test_playing_passes_a_gap_in_silence_if_wished(studio):
    item = track(n=10_000)
    unfinished = PlayerTrack(id="a", mix=item.mix, pending=((10_000, 20_000),))
    studio.player.set_waits(False)
    studio.player.set_tracks((unfinished,))
    studio.player.set_end(25_000)
    studio.player.play(0)
    np.testing.assert_array_equal(studio.listen(25_000), whole((item,), 25_000))
    studio.listen(1000)
    assert studio.player.state is PlayState.STOPPED


def test_a_count_in_sounds_before_the_song_while_the_position_stands(studio):
    clicks = MixTrack(name="click", clips=(Clip(start=6000, samples=noise(500, 8)),))
    item = track(start=11_000)
    studio.player.set_tracks((item,))
    studio.player.play(10_000, count_in=CountIn(track=clicks, n_samples=5000))
    lead = studio.listen(5000, block=250)
    assert studio.player.position == 10_000
    assert METRONOME in studio.player.levels()
    np.testing.assert_array_equal(lead[1000:1500, 0], noise(500, 8))
    np.testing.assert_array_equal(studio.listen(4000), whole((item,))[10_000:14_000])


def test_a_preview_sounds_once_while_the_song_stands(studio):
    studio.player.set_tracks((track(),))
    studio.player.seek(7000)
    assert studio.player.preview(noise(3000, 9))
    heard = studio.listen(4000)
    np.testing.assert_array_equal(heard[:3000, 1], noise(3000, 9))
    assert not heard[3000:].any()
    assert studio.player.position == 7000
    assert studio.player.state is PlayState.STOPPED
    assert not any(isinstance(event, StateChanged) for event in studio.events)


def test_a_preview_sounds_to_its_end_when_one_goes_elsewhere(studio):
    studio.player.preview(noise(3000, 9))
    studio.listen(1000, block=250)
    studio.player.seek(9000)
    assert studio.player.position == 9000
    heard = studio.listen(3000)
    np.testing.assert_array_equal(heard[:2000, 0], noise(3000, 9)[1000:])
    assert studio.player.position == 9000
    assert not studio.player.is_sounding


def test_a_preview_replaces_another_and_gives_way_to_the_song(studio):
    studio.player.set_tracks((track(),))
    studio.player.preview(noise(30_000, 9))
    studio.listen(2000, block=100)
    studio.player.preview(noise(3000, 10))
    second = studio.listen(1000, block=FADE)
    np.testing.assert_array_equal(second[FADE:, 0], noise(3000, 10)[: 1000 - FADE])
    studio.player.play(0)
    assert not studio.player.preview(noise(3000, 11))
    np.testing.assert_array_equal(
        studio.listen(1000, block=FADE)[FADE:], whole((track(),))[: 1000 - FADE]
    )


def test_another_card_rate_is_reached_by_conversion_and_the_position_keeps_step():
    with Studio(rate_hz=48_000) as studio:
        times_s = np.arange(RATE) / RATE
        tone = (0.3 * np.sin(2 * np.pi * 440 * times_s)).astype(np.float32)
        mix = MixTrack(name="a", clips=(Clip(start=0, samples=tone),))
        studio.player.set_tracks((PlayerTrack(id="a", mix=mix),))
        studio.player.set_end(RATE)
        studio.player.play(0)
        heard = studio.listen(24_000)
        assert studio.player.position == pytest.approx(RATE / 2, abs=2)
        heard = np.concatenate([heard, studio.listen(26_000)])
        expected = 0.3 * np.sin(2 * np.pi * 440 * np.arange(48_000) / 48_000)
        np.testing.assert_allclose(heard[500:47_500, 0], expected[500:47_500], atol=2e-4)
        assert studio.player.state is PlayState.STOPPED
        assert studio.player.n_underflows == 0


def test_a_card_with_one_channel_gets_the_sum():
    with Studio(n_channels=1) as studio:
        studio.player.set_tracks((track(),))
        studio.player.play(0)
        np.testing.assert_array_equal(studio.listen(5000), whole((track(),), n_channels=1)[:5000])


def test_running_dry_and_a_late_card_are_counted(studio):
    studio.player.set_tracks((track(n=200_000),))
    studio.player.play(0)
    studio.listen(1000)
    for _ in range(20):  # the mixing thread sleeps
        studio.output.ask(1000, latency_s=0.0, was_late=False)
    n_dry = studio.player.n_underflows
    assert n_dry == sum(not block.all() for block in studio.output.blocks[-20:])
    assert 10 < n_dry < 20
    studio.player.step()
    studio.output.ask(1000, latency_s=0.0, was_late=True)
    assert studio.player.n_underflows == n_dry + 1


def test_another_card_takes_over_where_the_first_was(studio):
    studio.player.set_tracks((track(),))
    studio.player.play(0)
    studio.listen(5000)
    studio.player.set_output(OutputSettings(device="other"))
    studio.player.step()
    studio.output.ask(512, latency_s=0.0, was_late=False)
    studio.player.step()
    assert [output.name for output in studio.outputs] == ["card", "other"]
    assert studio.outputs[0].is_closed
    heard = studio.listen(3000)
    np.testing.assert_array_equal(heard[FADE:], whole((track(),))[5000 + FADE : 8000])


def test_a_card_that_goes_away_is_said_once_and_the_song_goes_on():
    with Studio() as studio:
        studio.player.set_tracks((track(n=10 * RATE),))
        studio.player.play(0)
        studio.listen(5000)
        studio.output.is_plugged = False
        studio.player.step()
        studio.player.step()
        problems = [event.problem for event in studio.events if isinstance(event, DeviceChanged)]
        assert [problem and problem.code for problem in problems] == [None, "audio-device-lost"]
        assert studio.outputs[0].is_closed
        assert studio.player.state is PlayState.PLAYING


def test_a_card_that_pulls_no_more_counts_as_gone():
    with Studio() as studio:
        studio.player.set_tracks((track(n=10 * RATE),))
        studio.player.play(0)
        studio.listen(5000)
        studio.now_s += STUCK_S + 0.1
        studio.player.step()
        assert studio.events[-1].problem.code == "audio-device-lost"


def test_no_card_is_said_once_and_one_that_comes_is_used():
    with Studio() as studio:
        studio.is_refusing = True
        studio.player.set_tracks((track(),))
        for _ in range(3):
            studio.player.play(0)
            while studio.player._serial != studio.player._order.serial:
                studio.player.step()
            assert studio.player.state is PlayState.PLAYING
            studio.now_s += 1.0
        told = [event for event in studio.events if isinstance(event, DeviceChanged)]
        assert [event.problem.code for event in told] == ["no-audio-device"]
        studio.is_refusing = False
        studio.now_s += RETRY_S
        studio.player.play(0)
        while not studio.outputs:
            studio.player.step()
        assert studio.events[-1] == DeviceChanged(name="card")
        np.testing.assert_array_equal(studio.listen(2000), whole((track(),))[:2000])


def test_an_idle_card_is_given_back_and_opened_again(studio):
    studio.player.set_tracks((track(),))
    studio.player.set_end(1000)
    studio.player.play(0)
    studio.listen(2000)
    studio.now_s += IDLE_CLOSE_S - 1.0
    studio.output.ask(100, latency_s=0.0, was_late=False)
    studio.player.step()
    assert not studio.output.is_closed
    studio.now_s += 1.9
    studio.player.step()
    assert studio.output.is_closed
    assert studio.player.position == 1000
    studio.player.play(0)
    np.testing.assert_array_equal(studio.listen(500), whole((track(),))[:500])
    assert len(studio.outputs) == 2


def test_threads_take_turns_quickly_only_while_a_card_is_open(studio):
    usual_s = sys.getswitchinterval()
    studio.player.play(0)
    studio.player.step()
    assert sys.getswitchinterval() == pytest.approx(SWITCH_S)
    studio.player.close()
    assert sys.getswitchinterval() == usual_s


def test_a_player_that_never_played_opens_no_card():
    studio = Studio()
    with studio:
        studio.player.set_tracks((track(),))
        studio.player.seek(500)
        studio.player.step()
        assert studio.player.position == 500
    assert not studio.outputs


def test_the_silent_clock_plays_in_real_time_on_a_thread_of_its_own():
    def refuse(*_):
        raise AudioDeviceError("none", code="no-audio-device")

    ended = threading.Event()

    def listen(event):
        if event == StateChanged(state=PlayState.STOPPED):
            ended.set()

    with Player(open_output=refuse, on_event=listen) as player:
        player.set_tracks((track(),))
        player.set_end(RATE // 4)
        begin_s = time.monotonic()
        player.play(0)
        assert ended.wait(5.0)
        assert 0.2 < time.monotonic() - begin_s < 2.0
        assert player.position == RATE // 4
        assert player.n_underflows == 0


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("play"), st.integers(0, LENGTH)),
        st.tuples(st.just("seek"), st.integers(0, LENGTH)),
        st.tuples(st.just("stop"), st.just(0)),
        st.tuples(st.just("loop"), st.tuples(st.integers(0, LENGTH), st.integers(0, LENGTH))),
        st.tuples(st.just("no loop"), st.just(0)),
        st.tuples(st.just("listen"), st.integers(1, 12_000)),
    ),
    max_size=20,
)


def act(player: Player, name: str, value) -> None:
    if name == "loop":
        player.set_loop((min(value), max(value)))
    elif name == "no loop":
        player.set_loop(None)
    elif name == "stop":
        player.stop()
    else:
        getattr(player, name)(value)


@settings(max_examples=60)
@given(steps=STEPS, block=st.sampled_from([64, 441, 512, 2048]))
def test_every_sample_heard_is_the_mix_at_that_place(steps, block):
    """A ramp in the left channel says which sample it is; where it is faded it is smaller."""
    n_samples = LENGTH + 2000  # sound before the song's start and behind its end
    places = np.arange(1, n_samples + 1, dtype=np.float32) / n_samples
    samples = np.stack([places, np.ones_like(places)], axis=1)
    mix = MixTrack(name="a", clips=(Clip(start=-1000, samples=samples),))
    with Studio() as studio:
        studio.player.set_tracks((PlayerTrack(id="a", mix=mix),))
        studio.player.set_end(LENGTH)
        heard = [np.zeros((0, 2), dtype=np.float32)]
        studio.player.play(0)
        studio.listen(0)
        for name, value in steps:
            if name == "listen":
                heard.append(studio.listen(value, block=block))
                if heard[-1][-1, 1] == 1.0:  # the playhead stands behind what was heard last
                    place = round(float(heard[-1][-1, 0]) * n_samples) - 1000
                    assert studio.player.position == pytest.approx(place, abs=1e-3)
            else:
                act(studio.player, name, value)
        heard.append(studio.listen(4096, block=block))
        sound = np.concatenate(heard)
        assert studio.player.n_underflows == 0
        full = sound[:, 1] == 1.0
        indices = np.rint(sound[full, 0] * n_samples).astype(int) - 1
        np.testing.assert_array_equal(sound[full], samples[indices])
        # Within a stretch at full level, one sample follows the other.
        follows = full[1:] & full[:-1]
        at = np.rint(sound[:, 0] * n_samples).astype(int)
        assert np.all(np.diff(at)[follows] == 1)
        # Whatever is not at full level is silence or a fade: it moves by small steps.
        assert np.abs(np.diff(sound[:, 1])).max() <= 2.0 / FADE


def test_many_hands_at_once_leave_a_player_that_plays_and_no_thread(caplog):
    """Orders from three threads at once; afterwards it plays as if nothing had been."""
    outputs: list[FakeOutput] = []
    is_over = threading.Event()

    def open_output(settings, song_rate_hz):
        outputs.append(FakeOutput("card", rate_hz=RATE, n_channels=2))
        return outputs[-1]

    def ask() -> None:
        while not is_over.is_set():
            for output in outputs[-1:]:
                if not output.is_closed and output._pull is not None:
                    output.ask(441, latency_s=0.0, was_late=False)
            time.sleep(0.002)

    def order(seed: int) -> None:
        rng = np.random.default_rng(seed)
        for _ in range(60):
            name = rng.choice(["play", "seek", "stop", "loop", "no loop", "preview", "output"])
            if name == "preview":
                player.preview(noise(2000, seed))
            elif name == "output":
                player.set_output(OutputSettings(device=f"card {rng.integers(2)}"))
            else:
                place = int(rng.integers(LENGTH))
                act(player, name, (place, LENGTH) if name == "loop" else place)
            assert 0 <= player.position <= LENGTH
            player.levels()
            time.sleep(0.001)

    card = threading.Thread(target=ask)
    card.start()
    try:
        with Player(open_output=open_output) as player:
            player.set_tracks((track(),))
            player.set_end(LENGTH)
            hands = [threading.Thread(target=order, args=(seed,)) for seed in range(3)]
            for hand in hands:
                hand.start()
            for hand in hands:
                hand.join()
            player.set_loop(None)
            player.play(0)
            deadline_s = time.monotonic() + 10.0
            while player.state is not PlayState.STOPPED and time.monotonic() < deadline_s:
                time.sleep(0.01)
            assert player.position == LENGTH
    finally:
        is_over.set()
        card.join()
    assert all(output.is_closed for output in outputs)
    assert not caplog.records


def test_a_card_is_looked_for_at_once_when_it_is_asked_for():
    with Studio() as studio:
        studio.is_refusing = True
        studio.player.look_for_card()
        studio.player.step()
        assert [event.problem.code for event in studio.events] == ["no-audio-device"]
        studio.player.look_for_card()
        studio.player.step()
        assert len(studio.events) == 2  # told again, for somebody waits for an answer
        studio.is_refusing = False
        studio.player.look_for_card()
        studio.player.step()
        assert (studio.events[-1].name, studio.events[-1].problem) == ("card", None)
        assert studio.player.state is PlayState.STOPPED
        n_events = len(studio.events)
        studio.player.look_for_card()
        studio.player.step()
        assert len(studio.events) == n_events  # it is there
        assert len(studio.outputs) == 1
