<%@ page contentType="text/html; charset=GBK" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<html>
<body>
<%@ include file="menu.jsp" %>
<table>
  <c:forEach items="${rows}" var="row"><tr><c:forEach items="${row}" var="cell"><td><c:out value="${cell}"/></td></c:forEach></tr></c:forEach>
</table>
</body>
</html>
