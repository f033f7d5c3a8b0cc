<%@ page contentType="text/html; charset=GBK" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<html>
<body>
<%@ include file="menu.jsp" %>
<h1>Payments waiting for approval</h1>
<table>
  <c:forEach items="${payments}" var="p">
    <tr><td>${p.id}</td><td>${p.amount}</td><td>${p.bankAccount}</td>
      <td><form action="paymentApprove.do" method="post"><input type="hidden" name="paymentId" value="${p.id}"><input type="submit" value="Approve"></form></td></tr>
  </c:forEach>
</table>
</body>
</html>
