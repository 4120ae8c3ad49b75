"""Words and arithmetic of health equity: pure, knows no store and no screen."""
