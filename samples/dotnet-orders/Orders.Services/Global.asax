<%@ Application Codebehind="Global.asax.cs" Inherits="Northgate.Orders.Services.Global" Language="C#" %>
