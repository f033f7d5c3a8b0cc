<%@ page contentType="text/html; charset=GBK" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<html>
<body>
<%@ include file="menu.jsp" %>
<h1>New claim, step ${wizard.step} of 3</h1>
<form action="claimNew.do" method="post">
  <c:choose>
    <c:when test="${wizard.step == 1}">Policy <input name="policyNo"></c:when>
    <c:when test="${wizard.step == 2}">
      Date <input name="lossDate"> Place <input name="lossPlace">
      <select name="cause"><c:forEach items="${causes}" var="cause"><option value="${cause.code}"><c:out value="${cause.label}"/></option></c:forEach></select>
    </c:when>
    <c:otherwise><textarea name="description" rows="6" cols="80"></textarea></c:otherwise>
  </c:choose>
  <input type="submit" value="Next">
</form>
</body>
</html>
