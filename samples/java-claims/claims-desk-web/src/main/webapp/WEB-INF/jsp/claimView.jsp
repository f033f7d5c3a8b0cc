<%@ page contentType="text/html; charset=GBK" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<html>
<body>
<%@ include file="menu.jsp" %>
<h1>${claim.claimNo} (${claim.status})</h1>
<p><c:out value="${claim.description}"/></p>
<h2>Items</h2>
<table>
  <c:forEach items="${items}" var="item">
    <tr><td><c:out value="${item.itemText}"/></td><td>${item.claimedAmount}</td><td>${item.acceptedAmount}</td></tr>
  </c:forEach>
</table>
<form action="claimView.do" method="post">
  <input type="hidden" name="claimNo" value="${claim.claimNo}">
  <select name="coverId"><c:forEach items="${covers}" var="cover"><option value="${cover.id}">${cover.coverCode}</option></c:forEach></select>
  <input name="itemText"> <input name="claimed"> <input type="submit" value="Add">
</form>
<h2>Reserves</h2>
<table><c:forEach items="${reserves}" var="r"><tr><td>${r.coverId}</td><td>${r.amount}</td><td>${r.openAmount}</td></tr></c:forEach></table>
<h2>Documents</h2>
<ul><c:forEach items="${documents}" var="d"><li><a href="document?claimNo=${claim.claimNo}&amp;id=${d.id}"><c:out value="${d.fileName}"/></a></li></c:forEach></ul>
<form action="claimSettle.do" method="post">
  <input type="hidden" name="claimNo" value="${claim.claimNo}">
  <input name="bankAccount"> <input type="submit" value="Settle">
</form>
<form action="partnerOrder.do" method="post">
  <input type="hidden" name="claimId" value="${claim.id}">
  <select name="orderKind"><option>REPAIR</option><option>TOW</option><option>GLASS</option></select>
  <input name="city"> <input type="submit" value="Order">
</form>
</body>
</html>
