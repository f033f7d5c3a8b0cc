package com.guardline.claims.dao;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import com.guardline.claims.util.AppConfig;
import com.guardline.claims.util.IoUtil;

/**
 * 报表查询，走只读备库，不经过应用服务器连接池
 */
public class ReportingDao {

    private static final String FALLBACK_URL = "jdbc:oracle:thin:@192.168.10.15:1521:CLAIMS"; // 备库不可用时连接主库
    private static final String FALLBACK_USER = "claims_ro";
    private static final String FALLBACK_PASSWORD = "Rep0rt-2011"; // 只读账号口令

    public List<String[]> lossRatioByBranch(int year) {
        return query("SELECT B.NAME, COUNT(DISTINCT C.ID), NVL(SUM(P.AMOUNT), 0), NVL(SUM(L.PREMIUM), 0) FROM BRANCH B"
                + " JOIN POLICY L ON L.BRANCH_ID = B.ID LEFT JOIN CLAIM C ON C.POLICY_ID = L.ID AND EXTRACT(YEAR FROM C.LOSS_DATE) = ?"
                + " LEFT JOIN PAYMENT P ON P.CLAIM_ID = C.ID AND P.STATUS = 'PAID' GROUP BY B.NAME ORDER BY B.NAME", year);
    }

    public List<String[]> partnerTurnover(int year) {
        return query("SELECT T.NAME, COUNT(I.ID), NVL(SUM(I.NET), 0), NVL(SUM(I.VAT), 0) FROM PARTNER R JOIN PARTY T ON T.ID = R.PARTY_ID"
                + " JOIN PARTNER_ORDER O ON O.PARTNER_ID = R.ID JOIN PARTNER_INVOICE I ON I.ORDER_ID = O.ID"
                + " WHERE EXTRACT(YEAR FROM I.RECEIVED_AT) = ? GROUP BY T.NAME ORDER BY 3 DESC", year);
    }

    private List<String[]> query(String sql, int year) {
        List<String[]> rows = new ArrayList<String[]>();
        Connection con = null;
        PreparedStatement ps = null;
        ResultSet rs = null;
        try {
            con = open();
            ps = con.prepareStatement(sql);
            ps.setInt(1, year);
            rs = ps.executeQuery();
            while (rs.next()) {
                rows.add(new String[] {rs.getString(1), rs.getString(2), rs.getString(3), rs.getString(4)});
            }
            return rows;
        } catch (SQLException e) {
            throw new DaoException(sql, e);
        } finally {
            IoUtil.close(rs, ps, con);
        }
    }

    private Connection open() throws SQLException {
        try {
            return DriverManager.getConnection(AppConfig.get("reporting.jdbc.url"), AppConfig.get("reporting.jdbc.user"),
                    AppConfig.get("reporting.jdbc.password"));
        } catch (SQLException e) {
            return DriverManager.getConnection(FALLBACK_URL, FALLBACK_USER, FALLBACK_PASSWORD);
        }
    }
}
