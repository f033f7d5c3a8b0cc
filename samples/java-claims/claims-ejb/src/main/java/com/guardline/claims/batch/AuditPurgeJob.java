package com.guardline.claims.batch;

import com.guardline.claims.dao.AuditDao;
import com.guardline.claims.dao.BatchDao;
import com.guardline.claims.util.CodeCache;

import javax.ejb.LocalBean;
import javax.ejb.Stateless;

/**
 * 由 nightly_batch.sh 通过管理 URL 触发
 */
@Stateless
@LocalBean
public class AuditPurgeJob {

    private final AuditDao auditDao = new AuditDao();
    private final BatchDao batchDao = new BatchDao();

    public int run(int months) {
        Long id = batchDao.start("AUDIT_PURGE");
        int rows = auditDao.purge(months);
        CodeCache.clear();
        batchDao.finish(id, rows, "OK", null);
        return rows;
    }
}
