"""How gunicorn serves the app; every choice that people may make comes from settings.py."""

from __future__ import annotations

import ctypes
import gc
import os
import sys
from pathlib import Path

from settings import SettingsError, read_settings

try:
    _settings = read_settings(os.environ)
except SettingsError as error:
    # gunicorn answers any other exception here with a traceback.
    sys.exit(str(error))

# Where each thread has a memory arena of its own, a worker comes to hold a quarter more. Only glibc has arenas, and this switch.
_ARENAS_AT_MOST = -8
_libc = ctypes.CDLL(None)
if hasattr(_libc, "mallopt"):
    _libc.mallopt(_ARENAS_AT_MOST, 1)

wsgi_app = "app:server"
bind = _settings.bind
workers = _settings.web_concurrency
worker_class = "gthread"
threads = 4
preload_app = True
# Long enough for a page that is on its way, short enough that Ctrl-C feels like one.
graceful_timeout = 5
control_socket_disable = True
# Who calls, and by https or not, is read by web/proxy.py, from the proxy's own address alone.
forwarded_allow_ips = ""
accesslog = None
errorlog = "-"
if not _settings.is_demo:
    # One line of JSON for each event, as the program's own log has it.
    logconfig_dict = {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"()": "web.logs.OneLine"}},
        "handlers": {"lines": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"level": "INFO", "handlers": ["lines"]},
        "loggers": {"gunicorn.error": {"level": "INFO", "handlers": ["lines"], "propagate": False}},
    }
# The heartbeat file is memory, never the disk.
if Path("/dev/shm").is_dir():
    worker_tmp_dir = "/dev/shm"


def when_ready(server: object) -> None:
    """What was loaded before the workers begin stays for good: none of them looks for garbage in it."""
    gc.collect()
    gc.freeze()
