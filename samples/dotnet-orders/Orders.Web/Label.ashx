<%@ WebHandler Language="C#" CodeBehind="Label.ashx.cs" Class="Northgate.Orders.Web.Label" %>
