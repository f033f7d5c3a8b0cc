package com.guardline.claims.dao;

import java.util.Date;

public class BatchDao extends BaseDao {

    public Long start(String jobName) {
        long id = queryLong("SELECT SEQ_BATCH_RUN.NEXTVAL FROM DUAL");
        update("INSERT INTO BATCH_RUN (ID, JOB_NAME, STARTED_AT, STATUS) VALUES (?, ?, ?, 'RUNNING')", Long.valueOf(id), jobName, new Date());
        return Long.valueOf(id);
    }

    public void finish(Long id, long rows, String status, String message) {
        update("UPDATE BATCH_RUN SET FINISHED_AT = ?, ROWS_DONE = ?, STATUS = ?, MESSAGE = ? WHERE ID = ?",
                new Date(), Long.valueOf(rows), status, message, id);
    }

    public boolean isRunning(String jobName) {
        return queryLong("SELECT COUNT(*) FROM BATCH_RUN WHERE JOB_NAME = ? AND STATUS = 'RUNNING' AND STARTED_AT > SYSDATE - 1", jobName) > 0;
    }
}
