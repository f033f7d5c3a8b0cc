package com.guardline.claims.dao;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import com.guardline.claims.util.IoUtil;

/**
 * 支付批次相关 SQL
 */
public class PaymentDao extends BaseDao {

    public int assignToRun(Long runId) {
        return update("UPDATE PAYMENT SET RUN_ID = ?, STATUS = 'IN_RUN' WHERE STATUS = 'APPROVED' AND RUN_ID IS NULL", runId);
    }

    public List<String[]> bankLines(Long runId) {
        String sql = "SELECT P.ID, P.AMOUNT, P.BANK_ACCOUNT, T.NAME, C.CLAIM_NO FROM PAYMENT P"
                + " JOIN PARTY T ON T.ID = P.PAYEE_ID JOIN CLAIM C ON C.ID = P.CLAIM_ID WHERE P.RUN_ID = ? ORDER BY P.ID";
        List<String[]> lines = new ArrayList<String[]>();
        Connection con = null;
        PreparedStatement ps = null;
        ResultSet rs = null;
        try {
            con = connection();
            ps = con.prepareStatement(sql);
            ps.setLong(1, runId.longValue());
            rs = ps.executeQuery();
            while (rs.next()) {
                lines.add(new String[] {rs.getString(1), rs.getBigDecimal(2).toPlainString(), rs.getString(3), rs.getString(4), rs.getString(5)});
            }
            return lines;
        } catch (SQLException e) {
            throw new DaoException(sql, e);
        } finally {
            IoUtil.close(rs, ps, con);
        }
    }

    public void setResult(Long paymentId, String status, String bankReference) {
        update("UPDATE PAYMENT SET STATUS = ?, BANK_REFERENCE = ? WHERE ID = ?", status, bankReference, paymentId);
    }

    public Long claimOf(Long paymentId) {
        return Long.valueOf(queryLong("SELECT CLAIM_ID FROM PAYMENT WHERE ID = ?", paymentId));
    }
}
