package com.guardline.claims.dao;

import java.util.Date;

public class AuditDao extends BaseDao {

    public void write(Long userId, String action, String entityName, Long entityId, String detail) {
        update("INSERT INTO AUDIT_ENTRY (ID, USER_ID, ACTION, ENTITY_NAME, ENTITY_ID, DETAIL, CREATED_AT)"
                + " VALUES (SEQ_AUDIT_ENTRY.NEXTVAL, ?, ?, ?, ?, ?, ?)", userId, action, entityName, entityId, detail, new Date());
    }

    public int purge(int months) {
        return update("DELETE FROM AUDIT_ENTRY WHERE CREATED_AT < ADD_MONTHS(SYSDATE, ?)", Integer.valueOf(-months));
    }
}
