package com.guardline.claims.dao;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import com.guardline.claims.util.IoUtil;

public class PartnerDao extends BaseDao {

    public Long authenticate(String apiUser, String secretHash) {
        long id = queryLong("SELECT ID FROM PARTNER WHERE API_USER = ? AND API_SECRET_HASH = ?", apiUser, secretHash);
        return id == 0 ? null : Long.valueOf(id);
    }

    public String nextOrderNo() {
        return "W" + queryLong("SELECT SEQ_PARTNER_ORDER.NEXTVAL FROM DUAL");
    }

    /** Partners of one kind in the city of the loss, the least busy first. */
    public List<Long> candidates(String partnerKind, String city) {
        String sql = "SELECT P.ID FROM PARTNER P JOIN PARTY T ON T.ID = P.PARTY_ID"
                + " LEFT JOIN PARTNER_ORDER O ON O.PARTNER_ID = P.ID AND O.STATUS <> 'DONE'"
                + " WHERE P.PARTNER_KIND = ? AND T.CITY = ? GROUP BY P.ID ORDER BY COUNT(O.ID)";
        List<Long> ids = new ArrayList<Long>();
        Connection con = null;
        PreparedStatement ps = null;
        ResultSet rs = null;
        try {
            con = connection();
            ps = con.prepareStatement(sql);
            ps.setString(1, partnerKind);
            ps.setString(2, city);
            rs = ps.executeQuery();
            while (rs.next()) {
                ids.add(Long.valueOf(rs.getLong(1)));
            }
            return ids;
        } catch (SQLException e) {
            throw new DaoException(sql, e);
        } finally {
            IoUtil.close(rs, ps, con);
        }
    }

    public void scheduleVisit(Long assessorId, Long claimId, java.util.Date visitAt) {
        update("INSERT INTO ASSESSOR_VISIT (ID, ASSESSOR_ID, CLAIM_ID, VISIT_AT) VALUES (SEQ_ASSESSOR_VISIT.NEXTVAL, ?, ?, ?)",
                assessorId, claimId, visitAt);
    }

    public Long assessorOfBranch(Long branchId) {
        long id = queryLong("SELECT MIN(A.ID) FROM ASSESSOR A WHERE A.BRANCH_ID = ?", branchId);
        return id == 0 ? null : Long.valueOf(id);
    }
}
