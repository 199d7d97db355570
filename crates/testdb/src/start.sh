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
shared_buffers = 64MB
EOF
'@PROGRAMS@/pg_ctl' --pgdata=data --log=server.log --wait start > /dev/null

in_use() {
    count="SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
    [ "$('@PROGRAMS@/psql' -h '@HOME@' -p @PORT@ -U postgres -Atc "$count")" != 0 ]
}
(
    # Whoever started this script must not wait for the watch, so it lets go of all they gave it.
    exec > /dev/null 2>&1 < /dev/null
    quiet=0
    while [ "$quiet" -lt 20 ]; do
        sleep 30
        if in_use; then quiet=0; else quiet=$((quiet + 1)); fi
    done
    '@PROGRAMS@/pg_ctl' --pgdata=data --mode=fast stop
    rm -rf '@HOME@'
) &
