<%@ page contentType="text/html; charset=GBK" pageEncoding="UTF-8" %>
<% response.sendRedirect(request.getContextPath() + "/claimSearch.do"); %>
