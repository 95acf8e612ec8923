# The site behind Caddy:  docker build -t guideway . && docker run -p 8080:8080 guideway
# Nothing is built before every check is green. With TLS in front or not, it says what deploy/Caddyfile says.

FROM python:3.11-bookworm@sha256:b99029c95d3d37fb1e4e76d287f7984373dca77c665885986e31b2c95260c13c AS built
WORKDIR /guideway
COPY . .
# As root in Debian, the tests get their browser and servers themselves.
RUN .ci/run

FROM debian:bookworm-slim@sha256:96e378d7e6531ac9a15ad505478fcc2e69f371b10f5cdf87857c4b8188404716
# hadolint ignore=DL3008
RUN apt-get update \
 && apt-get install -y --no-install-recommends caddy curl \
 && rm -rf /var/lib/apt/lists/*
COPY --from=built /guideway/site /srv/site
COPY --from=built /guideway/deploy/Caddyfile /srv/Caddyfile
ENV GUIDEWAY_SITE=/srv/site HOME=/tmp
USER 65534:65534
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=3s CMD ["curl", "--fail", "--silent", "--output", "/dev/null", "http://localhost:8080/"]
CMD ["caddy", "run", "--adapter", "caddyfile", "--config", "/srv/Caddyfile"]
