<%@ Application Codebehind="Global.asax.cs" Inherits="Northgate.Orders.Web.Global" Language="C#" %>
