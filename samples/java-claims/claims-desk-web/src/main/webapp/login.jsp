<%@ page contentType="text/html; charset=GBK" pageEncoding="UTF-8" %>
<html>
<head><title>GuardLine Claims</title></head>
<body>
<h1>GuardLine Claims 4.1</h1>
<% if (request.getParameter("error") != null) { %><p>Login failed</p><% } %>
<form action="j_security_check" method="post">
  User <input name="j_username"> Password <input name="j_password" type="password"> <input type="submit" value="Login">
</form>
</body>
</html>
