<%@ page contentType="text/html; charset=GBK" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<html>
<body>
<%@ include file="menu.jsp" %>
<p class="error"><c:out value="${message}"/></p>
</body>
</html>
