# Image web, written by assessor. Build it with `docker compose build`.
# .python-version:1
FROM python:3.11-slim AS build

RUN python -m venv /venv
ENV PATH=/venv/bin:$PATH
WORKDIR /build
COPY . /build/
RUN pip install --no-cache-dir -r requirements.txt

FROM python:3.11-slim
RUN useradd --uid 10001 --create-home --shell /usr/sbin/nologin app
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
WORKDIR /opt/clinic/app
COPY --from=build /venv /venv
COPY . /opt/clinic/app
RUN mkdir -p /srv/clinic/exports /srv/clinic/labs/archive /srv/clinic/labs/inbox /srv/clinic/media /srv/clinic/static /var/lib/clinic /var/log/clinic \
 && chown -R app:app /srv/clinic/exports /srv/clinic/labs/archive /srv/clinic/labs/inbox /srv/clinic/media /srv/clinic/static /var/lib/clinic /var/log/clinic
USER app
EXPOSE 8000
