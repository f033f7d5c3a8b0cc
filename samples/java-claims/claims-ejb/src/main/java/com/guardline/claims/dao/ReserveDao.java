package com.guardline.claims.dao;

import java.math.BigDecimal;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Date;

import com.guardline.claims.util.IoUtil;

public class ReserveDao extends BaseDao {

    public void logChange(Long reserveId, BigDecimal oldAmount, BigDecimal newAmount, String reason, Long userId) {
        update("INSERT INTO RESERVE_CHANGE (ID, RESERVE_ID, OLD_AMOUNT, NEW_AMOUNT, REASON, USER_ID, CHANGED_AT)"
                + " VALUES (SEQ_RESERVE_CHANGE.NEXTVAL, ?, ?, ?, ?, ?, ?)", reserveId, oldAmount, newAmount, reason, userId, new Date());
    }

    public int consume(Long reserveId, BigDecimal amount) {
        return update("UPDATE RESERVE SET OPEN_AMOUNT = OPEN_AMOUNT - ?, UPDATED_AT = SYSDATE WHERE ID = ? AND OPEN_AMOUNT >= ?",
                amount, reserveId, amount);
    }

    public void releaseAll(Long claimId) {
        update("UPDATE RESERVE SET OPEN_AMOUNT = 0, UPDATED_AT = SYSDATE WHERE CLAIM_ID = ?", claimId);
    }

    /** Average of comparable claims, computed in the database. */
    public BigDecimal suggest(String cause, String coverCode) {
        Connection con = null;
        CallableStatement cs = null;
        try {
            con = connection();
            cs = con.prepareCall("{? = call PKG_CLAIMS.SUGGEST_RESERVE(?, ?)}");
            cs.registerOutParameter(1, Types.DECIMAL);
            cs.setString(2, cause);
            cs.setString(3, coverCode);
            cs.execute();
            return cs.getBigDecimal(1);
        } catch (SQLException e) {
            throw new DaoException("PKG_CLAIMS.SUGGEST_RESERVE", e);
        } finally {
            IoUtil.close(null, cs, con);
        }
    }
}
