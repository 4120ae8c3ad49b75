FROM python:3.13-slim AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /opt/venv
COPY requirements.txt /tmp/requirements.txt
RUN /opt/venv/bin/python -m pip install --require-hashes --no-deps -r /tmp/requirements.txt
WORKDIR /app
COPY . .
RUN /opt/venv/bin/python -m web.compress && /opt/venv/bin/python -m compileall -q /app

FROM python:3.13-slim
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
RUN useradd --system --uid 10001 --no-create-home lantern
COPY --from=build /opt/venv /opt/venv
COPY --from=build /app /app
WORKDIR /app
# The one folder that is written to, and only where the store is a SQLite file.
RUN mkdir /data && chown lantern /data
ENV DATABASE_URL=sqlite:////data/lantern.db
USER lantern
EXPOSE 8050
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request; urllib.request.urlopen('http://127.0.0.1:' + (os.environ.get('PORT') or '8050') + '/healthz', timeout=4)"]
CMD ["python", "-m", "gunicorn"]
