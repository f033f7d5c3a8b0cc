package com.guardline.claims.dao;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Date;

import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

import com.guardline.claims.util.IoUtil;

public abstract class BaseDao {

    private static final String DS = "java:jboss/datasources/ClaimsXADS";
    private static DataSource dataSource;

    protected Connection connection() throws SQLException {
        return dataSource().getConnection();
    }

    protected int update(String sql, Object... args) {
        Connection con = null;
        PreparedStatement ps = null;
        try {
            con = connection();
            ps = con.prepareStatement(sql);
            bind(ps, args);
            return ps.executeUpdate();
        } catch (SQLException e) {
            throw new DaoException(sql, e);
        } finally {
            IoUtil.close(null, ps, con);
        }
    }

    protected long queryLong(String sql, Object... args) {
        Connection con = null;
        PreparedStatement ps = null;
        ResultSet rs = null;
        try {
            con = connection();
            ps = con.prepareStatement(sql);
            bind(ps, args);
            rs = ps.executeQuery();
            return rs.next() ? rs.getLong(1) : 0L;
        } catch (SQLException e) {
            throw new DaoException(sql, e);
        } finally {
            IoUtil.close(rs, ps, con);
        }
    }

    protected void bind(PreparedStatement ps, Object... args) throws SQLException {
        for (int i = 0; i < args.length; i++) {
            Object value = args[i];
            if (value instanceof Date && !(value instanceof java.sql.Date)) {
                ps.setTimestamp(i + 1, new Timestamp(((Date) value).getTime()));
            } else {
                ps.setObject(i + 1, value);
            }
        }
    }

    private static synchronized DataSource dataSource() {
        if (dataSource == null) {
            try {
                dataSource = (DataSource) new InitialContext().lookup(DS);
            } catch (NamingException e) {
                throw new DaoException(DS, e);
            }
        }
        return dataSource;
    }
}
