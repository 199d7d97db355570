# Makes a PostgreSQL cluster in a private folder, starts it, and stops it again when nobody has used it for ten minutes.
set -eu
cd '@HOME@'
printf '%s' '@PASSWORD@' > password
'@PROGRAMS@/initdb' --pgdata=data --username=postgres --pwfile=password --auth-local=trust --auth-host=password \
    --encoding=UTF8 --locale=C --no-sync > initdb.log
cat >> data/postgresql.conf <<EOF
listen_addresses = '127.0.0.1'
port = @PORT@
unix_socket_directories = '@HOME@'
max_connections = 300
fsync = @FSYNC@
full_page_writes = @FSYNC@
synchronous_commit = on
shared_buffers = 64MB
EOF
'@PROGRAMS@/pg_ctl' --pgdata=data --log=server.log --wait start > /dev/null

idle() {
    others=$('@PROGRAMS@/psql' -h '@HOME@' -p @PORT@ -U postgres -Atc \
        "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()") || exit 0
    [ "$others" = 0 ]
}
watch() {
    quiet=0
    while [ "$quiet" -lt 20 ]; do
        sleep 30
        if idle; then quiet=$((quiet + 1)); else quiet=0; fi
    done
    '@PROGRAMS@/pg_ctl' --pgdata=data --mode=fast stop
    rm -rf '@HOME@'
}
watch > /dev/null 2>&1 < /dev/null &
