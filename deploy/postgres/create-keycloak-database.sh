#!/bin/sh
# Runs once, when the data directory is new. Our own roles and database are made by `migrate`, which may run again.
set -eu
psql --set=ON_ERROR_STOP=1 --username=postgres --set=password="$KEYCLOAK_DATABASE_PASSWORD" <<'SQL'
CREATE ROLE keycloak LOGIN PASSWORD :'password';
CREATE DATABASE keycloak OWNER keycloak;
REVOKE ALL ON DATABASE keycloak FROM PUBLIC;
SQL
