<%@ page pageEncoding="UTF-8" import="com.guardline.claims.desk.DeskUser" %>
<% DeskUser deskUser = (DeskUser) session.getAttribute(DeskUser.KEY); %>
<div class="menu">
  <a href="claimSearch.do">Search</a> | <a href="claimNew.do">New claim</a> | <a href="paymentApprove.do">Approvals</a>
  | <a href="report.do?name=lossRatio">Loss ratio</a> | <a href="report.do?name=partners">Partners</a> | <a href="codeTable.do?type=CAUSE">Codes</a>
  <span><%= deskUser.getDisplayName() %></span>
  <% for (String claimNo : deskUser.getRecentClaims()) { %><a href="claimView.do?claimNo=<%= claimNo %>"><%= claimNo %></a> <% } %>
</div>
