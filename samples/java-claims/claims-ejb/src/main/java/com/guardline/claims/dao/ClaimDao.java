package com.guardline.claims.dao;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.List;

import com.guardline.claims.service.ClaimListRow;
import com.guardline.claims.service.ClaimSearch;
import com.guardline.claims.util.IoUtil;

/**
 * 赔案查询与直接 SQL 更新
 */
public class ClaimDao extends BaseDao {

    public String nextClaimNo(String branchCode) {
        long next = queryLong("SELECT SEQ_CLAIM_NO.NEXTVAL FROM DUAL");
        return branchCode + Calendar.getInstance().get(Calendar.YEAR) + String.format("%07d", Long.valueOf(next));
    }

    public List<ClaimListRow> search(ClaimSearch search) {
        StringBuilder sql = new StringBuilder();
        sql.append("SELECT C.ID, C.CLAIM_NO, C.STATUS, C.LOSS_DATE, P.POLICY_NO, H.NAME AS HOLDER, U.DISPLAY_NAME AS HANDLER,");
        sql.append(" (SELECT NVL(SUM(R.OPEN_AMOUNT), 0) FROM RESERVE R WHERE R.CLAIM_ID = C.ID) AS OPEN_RESERVE");
        sql.append(" FROM CLAIM C JOIN POLICY P ON P.ID = C.POLICY_ID JOIN PARTY H ON H.ID = P.HOLDER_ID");
        sql.append(" LEFT JOIN APP_USER U ON U.ID = C.HANDLER_ID WHERE 1 = 1");
        List<Object> args = new ArrayList<Object>();
        if (search.getClaimNo() != null) {
            sql.append(" AND C.CLAIM_NO LIKE ?");
            args.add(search.getClaimNo() + "%");
        }
        if (search.getPolicyNo() != null) {
            sql.append(" AND P.POLICY_NO = ?");
            args.add(search.getPolicyNo());
        }
        if (search.getHolderName() != null) {
            sql.append(" AND UPPER(H.NAME) LIKE ?");
            args.add("%" + search.getHolderName().toUpperCase() + "%");
        }
        if (search.getStatus() != null) {
            sql.append(" AND C.STATUS = ?");
            args.add(search.getStatus());
        }
        sql.append(" ORDER BY C.REPORTED_AT DESC");
        return rows("SELECT * FROM (" + sql + ") WHERE ROWNUM <= 200", args);
    }

    private List<ClaimListRow> rows(String sql, List<Object> args) {
        List<ClaimListRow> result = new ArrayList<ClaimListRow>();
        Connection con = null;
        PreparedStatement ps = null;
        ResultSet rs = null;
        try {
            con = connection();
            ps = con.prepareStatement(sql);
            bind(ps, args.toArray());
            rs = ps.executeQuery();
            while (rs.next()) {
                ClaimListRow row = new ClaimListRow();
                row.setId(rs.getLong("ID"));
                row.setClaimNo(rs.getString("CLAIM_NO"));
                row.setStatus(rs.getString("STATUS"));
                row.setLossDate(rs.getDate("LOSS_DATE"));
                row.setPolicyNo(rs.getString("POLICY_NO"));
                row.setHolder(rs.getString("HOLDER"));
                row.setHandler(rs.getString("HANDLER"));
                row.setOpenReserve(rs.getBigDecimal("OPEN_RESERVE"));
                result.add(row);
            }
            return result;
        } catch (SQLException e) {
            throw new DaoException(sql, e);
        } finally {
            IoUtil.close(rs, ps, con);
        }
    }

    public void addNote(Long claimId, Long userId, String text) {
        update("INSERT INTO CLAIM_NOTE (ID, CLAIM_ID, USER_ID, NOTE_TEXT, CREATED_AT) VALUES (SEQ_CLAIM_NOTE.NEXTVAL, ?, ?, ?, ?)",
                claimId, userId, text, new Date());
    }

    public void setFraudScore(Long claimId, int score) {
        update("UPDATE CLAIM SET FRAUD_SCORE = ? WHERE ID = ?", Integer.valueOf(score), claimId);
    }

    public boolean isFullyPaid(Long claimId) {
        return queryLong("SELECT COUNT(*) FROM PAYMENT WHERE CLAIM_ID = ? AND STATUS NOT IN ('PAID', 'REJECTED')", claimId) == 0;
    }

    public BigDecimal paidTotal(Long claimId) {
        return BigDecimal.valueOf(queryLong("SELECT NVL(SUM(AMOUNT) * 100, 0) FROM PAYMENT WHERE CLAIM_ID = ? AND STATUS = 'PAID'", claimId), 2);
    }

    // 调用存储过程计算再保分摊
    public void shareReinsurance(Long claimId) {
        Connection con = null;
        java.sql.CallableStatement cs = null;
        try {
            con = connection();
            cs = con.prepareCall("{call PKG_CLAIMS.SHARE_REINSURANCE(?)}");
            cs.setLong(1, claimId.longValue());
            cs.execute();
        } catch (SQLException e) {
            throw new DaoException("PKG_CLAIMS.SHARE_REINSURANCE", e);
        } finally {
            IoUtil.close(null, cs, con);
        }
    }
}
