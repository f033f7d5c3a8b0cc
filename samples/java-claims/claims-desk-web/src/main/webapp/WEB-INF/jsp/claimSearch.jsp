<%@ page contentType="text/html; charset=GBK" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="fmt" uri="http://java.sun.com/jsp/jstl/fmt" %>
<html>
<body>
<%@ include file="menu.jsp" %>
<form action="claimSearch.do">
  Claim <input name="claimNo"> Policy <input name="policyNo"> Holder <input name="holderName">
  <select name="status"><option value=""></option>
    <c:forEach items="${states}" var="s"><option value="${s.code}"><c:out value="${s.label}"/></option></c:forEach>
  </select>
  <input type="submit" name="search" value="Search">
</form>
<table>
  <c:forEach items="${rows}" var="row">
    <tr>
      <td><a href="claimView.do?claimNo=${row.claimNo}">${row.claimNo}</a></td>
      <td><fmt:formatDate value="${row.lossDate}" pattern="yyyy-MM-dd"/></td>
      <td><c:out value="${row.policyNo}"/></td>
      <td><c:out value="${row.holder}"/></td>
      <td><c:out value="${row.handler}"/></td>
      <td><fmt:formatNumber value="${row.openReserve}" pattern="#,##0.00"/></td>
      <td>${row.status}</td>
    </tr>
  </c:forEach>
</table>
</body>
</html>
