package com.guardline.claims.dao;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import com.guardline.claims.model.CodeEntry;
import com.guardline.claims.util.IoUtil;

public class CodeTableDao extends BaseDao {

    public List<CodeEntry> findByType(String codeType) {
        String sql = "SELECT ID, CODE_TYPE, CODE, LABEL, SORT_ORDER, ACTIVE FROM CODE_ENTRY WHERE CODE_TYPE = ? AND ACTIVE = 1 ORDER BY SORT_ORDER";
        List<CodeEntry> result = new ArrayList<CodeEntry>();
        Connection con = null;
        PreparedStatement ps = null;
        ResultSet rs = null;
        try {
            con = connection();
            ps = con.prepareStatement(sql);
            ps.setString(1, codeType);
            rs = ps.executeQuery();
            while (rs.next()) {
                CodeEntry entry = new CodeEntry();
                entry.setId(Long.valueOf(rs.getLong("ID")));
                entry.setCodeType(rs.getString("CODE_TYPE"));
                entry.setCode(rs.getString("CODE"));
                entry.setLabel(rs.getString("LABEL"));
                entry.setSortOrder(rs.getInt("SORT_ORDER"));
                entry.setActive(rs.getInt("ACTIVE"));
                result.add(entry);
            }
            return result;
        } catch (SQLException e) {
            throw new DaoException(sql, e);
        } finally {
            IoUtil.close(rs, ps, con);
        }
    }

    public List<Date> holidays() {
        String sql = "SELECT DAY FROM HOLIDAY WHERE DAY > ADD_MONTHS(SYSDATE, -12)";
        List<Date> result = new ArrayList<Date>();
        Connection con = null;
        PreparedStatement ps = null;
        ResultSet rs = null;
        try {
            con = connection();
            ps = con.prepareStatement(sql);
            rs = ps.executeQuery();
            while (rs.next()) {
                result.add(rs.getDate(1));
            }
            return result;
        } catch (SQLException e) {
            throw new DaoException(sql, e);
        } finally {
            IoUtil.close(rs, ps, con);
        }
    }
}
