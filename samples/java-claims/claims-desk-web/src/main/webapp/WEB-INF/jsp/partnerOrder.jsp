<%@ page contentType="text/html; charset=GBK" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<html>
<body>
<%@ include file="menu.jsp" %>
<c:choose>
  <c:when test="${order == null}"><p>No partner free, an assessor visit was planned.</p></c:when>
  <c:otherwise><p>Order ${order.orderNo}, due ${order.dueDate}</p></c:otherwise>
</c:choose>
</body>
</html>
