"""What waits for the first paint comes, whatever lies over the window's middle."""

from __future__ import annotations

from app.first_paint import FirstPaint


def test_the_first_paint_is_told_once_below_the_welcome_page(application, window, wait_until):
    window.hide()
    window.welcome.show()
    told = []
    paint = FirstPaint(application)
    paint.painted.connect(lambda: told.append(1))
    window.show()
    wait_until(lambda: bool(told))
    window.welcome.page.hide()
    window.repaint()
    assert told == [1]
