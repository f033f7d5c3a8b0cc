<%@ page contentType="text/html; charset=GBK" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<html>
<body>
<%@ include file="menu.jsp" %>
<p>${sessions} sessions</p>
<table><c:forEach items="${entries}" var="e"><tr><td>${e.code}</td><td><c:out value="${e.label}"/></td></tr></c:forEach></table>
<a href="codeTable.do?type=${param.type}&amp;clear=1">Clear cache</a>
</body>
</html>
