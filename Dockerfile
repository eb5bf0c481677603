# The base by its tag, for who builds it to try. An image that is served is built from its digest, which the
# workflow of a release looks up, passes in and writes into the release; by hand:
#   docker pull python:3.11-slim
#   docker build --build-arg BASE="$(docker inspect --format '{{ index .RepoDigests 0 }}' python:3.11-slim)" -t carechoice .
ARG BASE=python:3.11-slim

# Both stages share one base: the virtual environment points at its interpreter.
FROM ${BASE} AS base

FROM base AS build
# Without an installer of its own: nothing is added to it once it runs.
RUN python -m venv --without-pip /opt/venv
# Before the application code, so that editing code reuses this layer.
COPY requirements.lock .
RUN pip --python /opt/venv/bin/python install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.lock

FROM base
# A fixed uid lets an orchestrator check runAsNonRoot and set volume ownership.
RUN useradd --uid 10001 --create-home --shell /usr/sbin/nologin carechoice
WORKDIR /app
COPY --from=build /opt/venv /opt/venv
# Owned by root on purpose: the running app can read its own code, not change it.
COPY app.py ./
COPY .streamlit .streamlit
COPY data data
COPY pages pages
COPY carechoice carechoice

ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    STREAMLIT_SERVER_ADDRESS=0.0.0.0 \
    STREAMLIT_SERVER_HEADLESS=true

USER 10001
# Where PORT or STREAMLIT_SERVER_PORT does not say otherwise.
EXPOSE 8501
# Follows the port and the base path that the environment sets.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
    CMD ["python", "-m", "carechoice.web.health"]
# Without a shell: neither this nor the check needs one.
CMD ["python", "app.py"]
