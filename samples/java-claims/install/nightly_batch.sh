#!/bin/bash
# started by cron at 01:00
export ORACLE_HOME=/u01/app/oracle/product/11.2.0/client_1
export NLS_LANG="SIMPLIFIED CHINESE_CHINA.ZHS16GBK"
DB_LOGIN='claims/Cl4ims#owner@CLAIMS'

"$ORACLE_HOME/bin/sqlplus" -s "$DB_LOGIN" <<END
exec PKG_CLAIMS.CLOSE_STALE(30)
exec DBMS_STATS.GATHER_SCHEMA_STATS('CLAIMS')
exit
END

wget -q -O - "http://127.0.0.1:8180/desk/batch?job=purge&token=n1ghtly-B4tch"

# bank files go to the bank's mailbox on the file server
for f in /opt/claims/bank/out/PAY*.txt; do
    [ -f "$f" ] || continue
    smbclient //fileserver01/bank -U 'claims%B4nk-Sh4re' -c "put $f $(basename "$f")" && mv "$f" "$f.sent"
done
