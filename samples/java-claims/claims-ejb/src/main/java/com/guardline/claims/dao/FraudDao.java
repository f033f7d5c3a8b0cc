package com.guardline.claims.dao;

import java.util.Date;

/**
 * 反欺诈: 规则 SQL 保存在 FRAUD_RULE 表中，参数为赔案 ID
 */
public class FraudDao extends BaseDao {

    public boolean matches(String ruleSql, Long claimId) {
        return queryLong(ruleSql, claimId) > 0;
    }

    public void clearHits(Long claimId) {
        update("DELETE FROM FRAUD_HIT WHERE CLAIM_ID = ?", claimId);
    }

    public void addHit(Long claimId, Long ruleId, int points) {
        update("INSERT INTO FRAUD_HIT (ID, CLAIM_ID, RULE_ID, POINTS, FOUND_AT) VALUES (SEQ_FRAUD_HIT.NEXTVAL, ?, ?, ?, ?)",
                claimId, ruleId, Integer.valueOf(points), new Date());
    }
}
