package com.guardline.claims.util;

import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

public final class IoUtil {

    private IoUtil() {
    }

    public static void closeQuietly(Closeable closeable) {
        if (closeable != null) {
            try {
                closeable.close();
            } catch (IOException ignored) {
                // nothing to do
            }
        }
    }

    public static void close(ResultSet rs, Statement st, Connection con) {
        try {
            if (rs != null) {
                rs.close();
            }
        } catch (SQLException ignored) {
            // nothing to do
        }
        try {
            if (st != null) {
                st.close();
            }
        } catch (SQLException ignored) {
            // nothing to do
        }
        try {
            if (con != null) {
                con.close();
            }
        } catch (SQLException ignored) {
            // nothing to do
        }
    }
}
