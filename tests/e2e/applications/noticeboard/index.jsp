<%@ page contentType="text/html; charset=UTF-8" import="java.sql.Connection, java.sql.ResultSet, javax.naming.InitialContext, javax.sql.DataSource" %>
<html><body><h1>Notice board</h1><ul>
<%
    DataSource board = (DataSource) new InitialContext().lookup("java:comp/env/jdbc/board");
    try (Connection connection = board.getConnection();
         ResultSet rows = connection.createStatement().executeQuery("SELECT place, text FROM notice ORDER BY id")) {
        while (rows.next()) {
%>
<li><%= rows.getString("place") %>: <%= rows.getString("text") %></li>
<%
        }
    }
%>
</ul></body></html>
